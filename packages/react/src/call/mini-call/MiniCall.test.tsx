import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import { writeMessage } from '../../talk/wire-message.ts'

afterEach(() => {
  cleanup()
  document.querySelector('textarea')?.remove()
})

const SAM = { identity: 'sam' } as const
const NAME = 'Video call with Sam Rivera and Kim Lee'
const tile = () => screen.getByRole('region', { name: NAME })
const theWayBack = () => screen.getByRole('button', { name: 'Return to call' })
const theButtonOfThePage = () => screen.getByRole('button', { name: 'On the page' })

/** Something on the page that did not open the call. */
function fieldOfThePage(): HTMLElement {
  const field = document.createElement('textarea')
  document.body.prepend(field)
  return field
}

async function minimised(options: Parameters<typeof setUpCallPage>[0] = { people: [SAM] }) {
  const user = userEvent.setup()
  const page = setUpCallPage(options)
  await joinCall(page)
  await waitFor(() => expect(page.calls.getState().session.phase).toBe('connected'))
  await user.click(screen.getByRole('button', { name: 'Minimise' }))
  return { ...page, user }
}

describe('a minimised call', () => {
  it('is a region with the name of the dialog, and not modal', async () => {
    await minimised()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(tile()).not.toHaveAttribute('aria-modal')
    expect(document.documentElement.style.overflow).toBe('')
  })

  it('puts the focus on the way back, and into the dialog on the way', async () => {
    const { user } = await minimised()
    expect(theWayBack()).toHaveFocus()
    await user.click(theWayBack())
    expect(screen.getByRole('dialog', { name: NAME })).toHaveFocus()
    expect(document.documentElement.style.overflow).toBe('hidden')
  })

  it('shows that a host asks to unmute, until that is done', async () => {
    const { user, room } = await minimised()
    await user.click(screen.getByRole('button', { name: 'Mute' }))
    act(() => room.say('sam', writeMessage({ type: 'ask-unmute', to: 'me' })))
    expect(await within(tile()).findByText('Sam Rivera asks you to unmute')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Unmute' }))
    await waitFor(() => expect(within(tile()).queryByText(/asks you/)).toBeNull())
  })

  it('leaves the page below usable by pointer and keyboard', async () => {
    const { user } = await minimised()
    await user.click(theButtonOfThePage())
    expect(theButtonOfThePage()).toHaveFocus()
    await user.tab()
    expect(tile().contains(document.activeElement)).toBe(true)
    await user.tab({ shift: true })
    expect(theButtonOfThePage()).toHaveFocus()
  })

  it('has the way back, the microphone and the way out, in this order', async () => {
    await minimised()
    const names = within(tile())
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label'))
    expect(names).toEqual(['Return to call', 'Mute', 'Leave'])
  })

  it('mutes, unmutes and leaves', async () => {
    const { user, room, calls } = await minimised()
    await user.click(screen.getByRole('button', { name: 'Mute' }))
    expect(room.published?.isMuted).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Unmute' }))
    expect(room.published?.isMuted).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Leave' }))
    expect(calls.getState().session.phase).toBe('idle')
    expect(theButtonOfThePage()).toHaveFocus()
  })

  it('leaves the focus where somebody works when the call goes away', async () => {
    const { calls } = await minimised()
    const field = fieldOfThePage()
    field.focus()
    await act(() => calls.leave())
    expect(field).toHaveFocus()
  })

  it('keeps every voice in the element it plays in', async () => {
    const { user, room } = await minimised({ people: [SAM, { identity: 'kim', isSharing: true }] })
    const voices = () => [...room.playing].filter((element) => element.localName === 'audio')
    const before = voices()
    expect(before).toHaveLength(2)
    const detached: string[] = []
    const watch = new MutationObserver((changes) => {
      for (const { removedNodes } of changes) {
        for (const node of removedNodes) if (node.contains(before[0] ?? null)) detached.push(node.nodeName)
      }
    })
    watch.observe(document.body, { childList: true, subtree: true })
    await user.click(theWayBack())
    await user.click(screen.getByRole('button', { name: 'Minimise' }))
    await act(async () => {})
    expect(voices()).toEqual(before)
    expect(detached).toEqual([])
    watch.disconnect()
  })

  it('opens in full the next time', async () => {
    const page = await minimised()
    await act(() => page.calls.leave())
    await joinCall(page)
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  it('comes back when somebody asks for it from the page, which then gets the focus again', async () => {
    const { user, callView, calls } = await minimised()
    const field = fieldOfThePage()
    field.addEventListener('click', () => act(() => callView.set({ isMinimised: false })))
    await user.click(field)
    expect(screen.getByRole('dialog')).toHaveFocus()
    await act(() => calls.leave())
    expect(field).toHaveFocus()
  })
})

describe('the picture of a minimised call', () => {
  it('is the first person with a camera', async () => {
    const { room } = await minimised({ people: [{ identity: 'sam', camera: 'off' }, { identity: 'kim' }] })
    expect(within(tile()).getByText('Kim Lee')).toBeInTheDocument()
    expect(within(tile()).queryByText('Sam Rivera')).toBeNull()
    act(() => room.change('kim', { camera: 'off' }))
    expect(within(tile()).getByText('Sam Rivera')).toBeInTheDocument()
    expect(within(tile()).getByText('SR')).toBeInTheDocument()
  })

  it('is a shared screen while there is one', async () => {
    const { room } = await minimised()
    act(() => room.change('sam', { isSharing: true }))
    expect(await within(tile()).findByText('Screen of Sam Rivera')).toBeInTheDocument()
  })

  it('is oneself while nobody else is there, with who is waited for', async () => {
    await minimised({ people: [] })
    expect(within(tile()).getByText('You')).toBeInTheDocument()
    expect(within(tile()).getByText('Waiting for Sam Rivera and Kim Lee')).toBeInTheDocument()
  })

  it('says who is muted', async () => {
    const { room } = await minimised()
    expect(within(tile()).queryByRole('img', { name: 'Muted' })).toBeNull()
    act(() => room.change('sam', { microphone: 'muted' }))
    expect(within(tile()).getByRole('img', { name: 'Muted' })).toBeInTheDocument()
  })
})

describe('what goes wrong in a minimised call', () => {
  it('shows while the connection is being restored, and stays a tile', async () => {
    const { room, clock } = await minimised()
    act(() => room.drop())
    act(() => clock.advance(1_000))
    expect(within(tile()).getByText('Reconnecting')).toBeInTheDocument()
    expect(within(tile()).getByText(/Your connection was lost/)).toBeInTheDocument()
    act(() => room.restore())
    expect(within(tile()).queryByText('Reconnecting')).toBeNull()
  })

  it('is read out when a device is refused, and to be seen on return', async () => {
    const { user, devices } = await minimised()
    await user.click(theWayBack())
    devices.refuse('camera', 'denied')
    await user.click(screen.getByRole('button', { name: 'Turn camera off' }))
    await user.click(screen.getByRole('button', { name: 'Turn camera on' }))
    await user.click(screen.getByRole('button', { name: 'Minimise' }))
    expect(within(tile()).getByText(/Your camera is blocked/)).toBeInTheDocument()
    expect(within(tile()).queryByRole('button', { name: 'Try again' })).toBeNull()
    await user.click(theWayBack())
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument()
  })

  it('brings the call back over the page when it has ended, and the focus to why and then back', async () => {
    const { user, room } = await minimised()
    const field = fieldOfThePage()
    field.focus()
    act(() => room.end({ kind: 'completed' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveAttribute('aria-modal', 'true')
    expect(screen.getByRole('heading', { name: 'The call has ended' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(field).toHaveFocus()
  })

  it('brings it back when it has failed, and again in full after another try', async () => {
    const user = userEvent.setup()
    const page = setUpCallPage({ people: [SAM] })
    const letConnect = page.room.holdConnects()
    page.room.failNextConnect({ kind: 'full' })
    await joinCall(page)
    await user.click(screen.getByRole('button', { name: 'Minimise' }))
    expect(within(tile()).getByText('Connecting')).toBeInTheDocument()
    act(letConnect)
    expect(await screen.findByRole('heading', { name: 'This call is full.' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('list', { name: 'People in the call' })).toBeInTheDocument()
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })
})

describe('the place of a minimised call', () => {
  it('is the bottom end corner, until an arrow key moves it', async () => {
    const { user, callView } = await minimised()
    expect(theWayBack()).toHaveAccessibleDescription('The arrow keys move it to another corner.')
    expect(callView.get().corner).toBe('bottom-end')
    await user.keyboard('{ArrowUp}')
    expect(callView.get().corner).toBe('top-end')
    await user.keyboard('{ArrowLeft}')
    expect(callView.get().corner).toBe('top-start')
    expect(tile().parentElement).toHaveAttribute('data-corner', 'top-start')
    expect(theWayBack()).toHaveFocus()
  })

  it('is kept while the call goes to full and back', async () => {
    const { user } = await minimised()
    await user.keyboard('{ArrowUp}{Enter}')
    await user.click(screen.getByRole('button', { name: 'Minimise' }))
    expect(tile().parentElement).toHaveAttribute('data-corner', 'top-end')
  })
})
