import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'

afterEach(cleanup)

async function inACall(options: Parameters<typeof setUpCallPage>[0] = { people: [{ identity: 'sam' }] }) {
  const page = setUpCallPage(options)
  await joinCall(page)
  await waitFor(() => expect(page.calls.getState().session.phase).toBe('connected'))
  return { ...page, user: userEvent.setup() }
}

const more = () => screen.getByRole('button', { name: 'More' })
const focused = () => document.activeElement?.textContent

async function opened(options?: Parameters<typeof setUpCallPage>[0]) {
  const page = await inACall(options)
  await page.user.click(more())
  return { ...page, menu: await screen.findByRole('menu', { name: 'More' }) }
}

describe('the menu of the bar', () => {
  it('is used by keyboard: arrows, first letters, Home, End, Escape', async () => {
    const { user } = await opened()
    expect(focused()).toBe('Automatic')
    await user.keyboard('{ArrowDown}')
    expect(focused()).toBe('Grid')
    await user.keyboard('{End}{ArrowDown}')
    expect(focused()).toBe('Automatic')
    await user.keyboard('k')
    expect(focused()).toBe('Keyboard shortcuts')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(more()).toHaveFocus()
  })

  it('goes when something else is pressed', async () => {
    const { user } = await opened()
    await user.click(screen.getByRole('list', { name: 'People in the call' }))
    expect(screen.queryByRole('menu')).toBeNull()
  })

  it('chooses a layout and a self view, and shows what is chosen', async () => {
    const { user, menu, callView } = await opened()
    expect(within(menu).getByRole('menuitemradio', { name: 'Automatic' })).toBeChecked()
    await user.click(within(menu).getByRole('menuitemradio', { name: 'Speaker' }))
    expect(callView.get().layout).toBe('speaker')
    await user.click(more())
    expect(screen.getByRole('menuitemradio', { name: 'Speaker' })).toBeChecked()
    await user.click(screen.getByRole('menuitemradio', { name: 'Hidden' }))
    expect(callView.get().selfView).toBe('hidden')
    expect(screen.queryByText('You')).toBeNull()
    await user.click(more())
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Mirrored' }))
    expect(callView.get().isMirrored).toBe(false)
  })

  it('minimises', async () => {
    const { user, menu, callView } = await opened()
    await user.click(within(menu).getByRole('menuitem', { name: 'Minimise' }))
    expect(callView.get().isMinimised).toBe(true)
  })

  it('takes no first letter for a shortcut', async () => {
    const { user, room } = await opened()
    await user.keyboard('m')
    expect(room.published?.isMuted).toBe(false)
    expect(focused()).toMatch(/^M/)
  })

  it('explains the keys, and gives the focus back', async () => {
    const { user, menu } = await opened()
    await user.click(within(menu).getByRole('menuitem', { name: 'Keyboard shortcuts' }))
    const help = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(within(help).getByText('Mute or unmute')).toBeInTheDocument()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull()
    expect(more()).toHaveFocus()
  })
})

describe('ending for everybody', () => {
  const asHost = { people: [{ identity: 'sam' }], role: 'host' } as const

  it('is for hosts only', async () => {
    const { menu } = await opened()
    expect(within(menu).queryByRole('menuitem', { name: 'End for everybody' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'End for everybody' })).toBeNull()
  })

  it('is asked once more, and does nothing when the answer is no', async () => {
    const { user, calls } = await inACall(asHost)
    const end = screen.getByRole('button', { name: 'End for everybody' })
    await user.click(end)
    const ask = await screen.findByRole('alertdialog', { name: 'End the call for everybody?' })
    expect(within(ask).getByRole('button', { name: 'Keep the call' })).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(end).toHaveFocus()
    expect(calls.getState().session.phase).toBe('connected')
  })

  it('asks the server, and closes the call', async () => {
    const { user, calls, hosting, bookingId } = await inACall(asHost)
    await user.click(screen.getByRole('button', { name: 'End for everybody' }))
    const ask = await screen.findByRole('alertdialog')
    await user.click(within(ask).getByRole('button', { name: 'End for everybody' }))
    await waitFor(() => expect(calls.getState().session.phase).toBe('idle'))
    expect(hosting.calls).toContainEqual(expect.objectContaining({ verb: 'endVideo', bookingId }))
  })

  it('closes the call also when the room is over before the server has answered', async () => {
    const { user, calls, hosting, room } = await inACall(asHost)
    const end = hosting.endVideo
    hosting.endVideo = async (bookingId) => {
      room.end({ kind: 'completed' })
      await waitFor(() => expect(calls.getState().session.phase).not.toBe('connected'))
      return end(bookingId)
    }
    await user.click(screen.getByRole('button', { name: 'End for everybody' }))
    const ask = await screen.findByRole('alertdialog')
    await user.click(within(ask).getByRole('button', { name: 'End for everybody' }))
    await waitFor(() => expect(calls.getState().session.phase).toBe('idle'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says why it failed, stays in the call, and may be tried again', async () => {
    const { user, calls, hosting } = await inACall(asHost)
    hosting.failNext('endVideo', { code: 'VIDEO_UNAVAILABLE' })
    await user.click(screen.getByRole('button', { name: 'End for everybody' }))
    const ask = await screen.findByRole('alertdialog')
    const confirm = within(ask).getByRole('button', { name: 'End for everybody' })
    await user.click(confirm)
    expect(await within(ask).findByRole('alert')).toBeInTheDocument()
    expect(calls.getState().session.phase).toBe('connected')
    await user.click(confirm)
    await waitFor(() => expect(calls.getState().session.phase).toBe('idle'))
  })
})
