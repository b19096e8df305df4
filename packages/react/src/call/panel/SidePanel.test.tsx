import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import MessageCircle from 'lucide-react/icons/message-circle'
import { StrictMode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { PanelButton } from './PanelButton.tsx'
import type { PanelModule, PanelTable } from './panels.ts'
import { SidePanel } from './SidePanel.tsx'

afterEach(cleanup)

const CHAT: PanelModule = { Panel: () => <input aria-label="Message" /> }
const PEOPLE: PanelModule = { Panel: () => <p>Everybody</p> }

function renderPanels(panels: PanelTable) {
  const runtime = createTestRuntime()
  render(
    <StrictMode>
      <MeetingsTestProvider runtime={runtime}>
        <div data-meetings-part="video-call" tabIndex={-1}>
          <SidePanel panels={panels} />
          <PanelButton panel="chat" part="chat-button" label="Chat" icon={MessageCircle} badge="3" />
          <PanelButton panel="people" part="people-button" label="People" icon={MessageCircle} />
          <button type="button" data-meetings-part="more-button">
            More
          </button>
        </div>
      </MeetingsTestProvider>
    </StrictMode>,
  )
  return { user: userEvent.setup(), callView: runtime.callView }
}

const both: PanelTable = { chat: async () => CHAT, people: async () => PEOPLE }
const button = (name: string) => screen.getByRole('button', { name })

describe('the side panel', () => {
  it('is not there until its button is pressed, and takes the focus then', async () => {
    const { user } = renderPanels(both)
    expect(screen.queryByRole('region')).toBeNull()
    expect(button('Chat')).toHaveAttribute('aria-expanded', 'false')
    await user.click(button('Chat'))
    expect(screen.getByRole('region', { name: 'Chat' })).toHaveFocus()
    expect(button('Chat')).toHaveAttribute('aria-expanded', 'true')
    expect(await screen.findByLabelText('Message')).toBeInTheDocument()
  })

  it('goes on Escape, on Close and by its button, and gives the focus back', async () => {
    const { user } = renderPanels(both)
    const ways = [
      () => user.keyboard('{Escape}'),
      () => user.click(button('Close panel')),
      () => user.click(button('Chat')),
    ]
    for (const close of ways) {
      await user.click(button('Chat'))
      await user.click(await screen.findByLabelText('Message'))
      await close()
      expect(screen.queryByRole('region')).toBeNull()
      expect(button('Chat')).toHaveFocus()
    }
  })

  it('is one at a time', async () => {
    const { user } = renderPanels(both)
    await user.click(button('Chat'))
    await user.click(button('People'))
    expect(screen.getAllByRole('region')).toEqual([screen.getByRole('region', { name: 'People' })])
    expect(await screen.findByText('Everybody')).toBeInTheDocument()
    await user.keyboard('{Escape}')
    expect(button('People')).toHaveFocus()
  })

  it('gives the focus to the more button when its opener is gone', async () => {
    const { user, callView } = renderPanels(both)
    act(() => callView.set({ panel: 'chat' }))
    await user.keyboard('{Escape}')
    expect(button('More')).toHaveFocus()
  })

  it('leaves the focus alone that has gone elsewhere', async () => {
    const { user, callView } = renderPanels(both)
    await user.click(button('Chat'))
    button('People').focus()
    act(() => callView.set({ panel: null }))
    expect(button('People')).toHaveFocus()
  })

  it('says that its code could not be fetched, and fetches it again on request', async () => {
    let isOnline = false
    const load = async () => {
      if (!isOnline) throw new Error('offline')
      return CHAT
    }
    const { user } = renderPanels({ chat: load })
    await user.click(button('Chat'))
    expect(await screen.findByText(/could not be loaded/)).toBeInTheDocument()
    isOnline = true
    await user.click(button('Try again'))
    expect(await screen.findByLabelText('Message')).toBeInTheDocument()
  })
})
