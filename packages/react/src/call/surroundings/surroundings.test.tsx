import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import { createFakeSurroundings } from '../../testing/fake-surroundings.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { Surroundings } from './Surroundings.tsx'

afterEach(cleanup)

async function inACall(surroundings = createFakeSurroundings()) {
  const page = setUpCallPage({ people: [{ identity: 'sam' }], surroundings })
  await joinCall(page)
  await waitFor(() => expect(surroundings.isAwake).toBe(true))
  return { ...page, surroundings, user: userEvent.setup() }
}

describe('the page around a call', () => {
  it('is awake, marked and asks before it is left, as long as somebody is in the room', async () => {
    const { surroundings, calls, room } = await inACall()
    const state = () => [surroundings.isAwake, surroundings.markedTitle, surroundings.asks]
    expect(state()).toEqual([true, '● Notes', true])
    act(() => room.drop())
    expect(state()).toEqual([true, '● Notes', true])
    await act(() => calls.leave())
    expect(state()).toEqual([false, null, false])
  })

  it('is left alone once a call has ended, while its reason is still on the screen', async () => {
    const { surroundings, room } = await inACall()
    act(() => room.end({ kind: 'completed' }))
    expect(await screen.findByRole('heading', { name: 'The call has ended' })).toBeInTheDocument()
    expect([surroundings.isAwake, surroundings.markedTitle, surroundings.asks]).toEqual([false, null, false])
  })

  it('stays so while the call is minimised', async () => {
    const { surroundings, callView } = await inACall()
    act(() => callView.set({ isMinimised: true }))
    expect(surroundings.isAwake).toBe(true)
  })
})

describe('the small window', () => {
  async function inAWindow() {
    const page = await inACall(createFakeSurroundings({ hasWindows: true }))
    await page.user.click(screen.getByRole('button', { name: 'More' }))
    await page.user.click(await screen.findByRole('menuitem', { name: 'Keep on top of other windows' }))
    await waitFor(() => expect(page.surroundings.smallWindow).not.toBeNull())
    const inWindow = () => within(page.surroundings.smallWindow ?? document.createElement('div'))
    return { ...page, inWindow }
  }

  it('is not offered where the browser has none', async () => {
    const { user } = await inACall()
    await user.click(screen.getByRole('button', { name: 'More' }))
    await screen.findByRole('menuitem', { name: 'Keyboard shortcuts' })
    expect(screen.queryByRole('menuitem', { name: /Keep on top/ })).toBeNull()
  })

  it('holds the call with its controls, and the sound goes on in the page', async () => {
    const { inWindow, user, room } = await inAWindow()
    expect(inWindow().getByText('Sam Rivera')).toBeInTheDocument()
    await user.click(inWindow().getByRole('button', { name: 'Mute' }))
    expect(room.published?.isMuted).toBe(true)
    const [voice] = [...room.playing].filter((element) => element.localName === 'audio')
    expect(voice?.closest('[data-meetings-part="call-layer"]')).not.toBeNull()
  })

  it('gives the call back to the page on return, and when it is closed', async () => {
    const { inWindow, user, surroundings, callView } = await inAWindow()
    await user.click(inWindow().getByRole('button', { name: 'Return to call' }))
    await waitFor(() => expect(surroundings.smallWindow).toBeNull())
    expect(callView.get()).toMatchObject({ isMinimised: false, smallWindow: null })
    await user.click(screen.getByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Keep on top of other windows' }))
    await waitFor(() => expect(callView.get().isMinimised).toBe(true))
    act(() => surroundings.closeWindow())
    expect(callView.get()).toMatchObject({ isMinimised: false, smallWindow: null })
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  it('stays open under StrictMode when the code around the call comes after it', async () => {
    const page = await inAWindow()
    render(
      <StrictMode>
        <MeetingsTestProvider runtime={page}>
          <Surroundings />
        </MeetingsTestProvider>
      </StrictMode>,
    )
    await act(async () => {})
    expect(page.inWindow().getByRole('button', { name: 'Mute' })).toBeInTheDocument()
  })

  it('closes when the call ends', async () => {
    const { surroundings, calls } = await inAWindow()
    await act(() => calls.leave())
    expect(surroundings.smallWindow).toBeNull()
  })
})
