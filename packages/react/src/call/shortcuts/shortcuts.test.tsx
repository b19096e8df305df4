import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import type { CallShortcuts } from './shortcuts.ts'

afterEach(cleanup)

async function inACall(shortcuts?: CallShortcuts) {
  const page = setUpCallPage({ people: [{ identity: 'sam' }], call: { shortcuts } })
  await joinCall(page)
  await waitFor(() => expect(page.calls.getState().session.phase).toBe('connected'))
  const isMuted = () => page.room.published?.isMuted
  return { ...page, user: userEvent.setup(), isMuted }
}

const theCall = () => screen.getByRole('dialog')

describe('a key in a call', () => {
  it('mutes, turns the camera off, changes the layout and shows the help', async () => {
    const { user, isMuted, devices, callView } = await inACall()
    await user.keyboard('m')
    expect(isMuted()).toBe(true)
    await user.keyboard('v')
    expect(devices.live.map((track) => track.kind)).toEqual(['audio'])
    await user.keyboard('l')
    expect(callView.get().layout).toBe('grid')
    await user.keyboard('?')
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeInTheDocument()
  })

  it('is pressed once, however long it is held', async () => {
    const { isMuted } = await inACall()
    fireEvent.keyDown(theCall(), { key: 'm' })
    fireEvent.keyDown(theCall(), { key: 'm', repeat: true })
    expect(isMuted()).toBe(true)
  })

  it('is a letter in a field, and nothing outside the call', async () => {
    const { user, isMuted } = await inACall()
    const field = document.createElement('input')
    theCall().append(field)
    await user.type(field, 'm')
    expect([field.value, isMuted()]).toEqual(['m', false])
    fireEvent.keyDown(document.body, { key: 'm' })
    expect(isMuted()).toBe(false)
  })

  it('does nothing while the call is minimised', async () => {
    const { user, isMuted, callView } = await inACall()
    act(() => callView.set({ isMinimised: true }))
    await user.keyboard('m')
    expect(isMuted()).toBe(false)
  })

  it('can be another one, or none', async () => {
    const { user, isMuted, devices } = await inACall({ toggleMicrophone: 'ctrl+d', toggleCamera: null })
    await user.keyboard('mv')
    expect(isMuted()).toBe(false)
    expect(devices.live).toHaveLength(2)
    await user.keyboard('{Control>}d{/Control}')
    expect(isMuted()).toBe(true)
    await user.keyboard('?')
    await screen.findByText('Ctrl + D')
    expect(screen.queryByText('Camera on or off')).toBeNull()
  })

  it('leaves alone what something else has used', async () => {
    const { isMuted } = await inACall()
    const inner = document.createElement('div')
    inner.addEventListener('keydown', (event) => event.preventDefault())
    theCall().append(inner)
    fireEvent.keyDown(inner, { key: 'm' })
    expect(isMuted()).toBe(false)
  })
})

describe('push-to-talk', () => {
  const down = (target: Element = theCall()) => fireEvent.keyDown(target, { key: ' ', code: 'Space' })
  const up = (target: Element = theCall()) => fireEvent.keyUp(target, { key: ' ', code: 'Space' })

  it('unmutes as long as the space bar is held', async () => {
    const { user, isMuted } = await inACall()
    await user.keyboard('m')
    down()
    down()
    expect(isMuted()).toBe(false)
    up()
    expect(isMuted()).toBe(true)
  })

  it('does nothing to somebody who is not muted', async () => {
    const { isMuted } = await inACall()
    down()
    up()
    expect(isMuted()).toBe(false)
  })

  it('ends when the window loses the keyboard, and when the call is minimised', async () => {
    const { user, isMuted, callView } = await inACall()
    await user.keyboard('m')
    down()
    fireEvent.blur(window)
    expect(isMuted()).toBe(true)
    down()
    act(() => callView.set({ isMinimised: true }))
    expect(isMuted()).toBe(true)
  })

  it('works on the microphone button too, where a short press unmutes for good', async () => {
    const { user, isMuted, clock } = await inACall()
    await user.click(screen.getByRole('button', { name: 'Mute' }))
    const button = screen.getByRole('button', { name: 'Unmute' })
    down(button)
    act(() => clock.advance(2_000))
    expect(isMuted()).toBe(false)
    up(button)
    expect(isMuted()).toBe(true)
    down(button)
    act(() => clock.advance(100))
    expect(up(button)).toBe(false)
    expect(isMuted()).toBe(false)
  })

  it('leaves the space bar to every other button', async () => {
    const { user, isMuted } = await inACall()
    await user.keyboard('m')
    expect(down(screen.getByRole('button', { name: 'Leave' }))).toBe(true)
    expect(isMuted()).toBe(true)
  })
})
