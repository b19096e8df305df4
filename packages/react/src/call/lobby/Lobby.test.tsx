import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { setUpCallPage } from '../../../test/open-call.tsx'

afterEach(cleanup)

async function inLobby(options: { before?: (page: ReturnType<typeof setUpCallPage>) => void } = {}) {
  const page = setUpCallPage({ lobby: true, people: [{ identity: 'sam' }] })
  options.before?.(page)
  await act(() => page.calls.launch(page.bookingId).then(() => {}))
  await screen.findByRole('region', { name: 'Ready to join?' }, { timeout: 5000 })
  return { ...page, user: userEvent.setup() }
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const picker = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name })

describe('the lobby', () => {
  it('stands in the dialog of the call, says who is expected, and nobody is in the room yet', async () => {
    const { room } = await inLobby()
    expect(within(screen.getByRole('dialog')).getByText('With Sam Rivera and Kim Lee')).toBeInTheDocument()
    expect(screen.queryByRole('group', { name: 'Call controls' })).toBeNull()
    expect(room.requests).toEqual([])
  })

  it('goes into the room on "Join now"', async () => {
    const { user, calls } = await inLobby()
    await user.click(button('Join now'))
    expect(await screen.findByRole('group', { name: 'Call controls' })).toBeInTheDocument()
    await waitFor(() => expect(calls.getState().session.phase).toBe('connected'))
    expect(screen.queryByRole('region', { name: 'Ready to join?' })).toBeNull()
  })

  it('leaves the focus in the call when its button is gone', async () => {
    const { user } = await inLobby()
    await user.click(button('Join now'))
    await screen.findByRole('group', { name: 'Call controls' })
    await waitFor(() => expect(screen.getByRole('dialog')).toHaveFocus())
  })

  it('is left by Cancel: nothing is open, and the focus is back on the page', async () => {
    const { user, devices, client } = await inLobby()
    await user.click(button('Cancel'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(devices.live).toEqual([])
    expect(document.activeElement).toBe(button('On the page'))
    expect(client.calls.at(-1)?.route).toBe('leaveVideo')
  })

  it('says on its button how the person will go in', async () => {
    const { user } = await inLobby()
    await user.click(button('Turn camera off'))
    expect(button('Join with camera off')).toBeInTheDocument()
    expect(screen.getByText('Your camera is off')).toBeInTheDocument()
    await user.click(button('Mute'))
    expect(button('Join muted with camera off')).toBeInTheDocument()
    expect(screen.getByText('You are muted.')).toBeInTheDocument()
    await user.click(button('Turn camera on'))
    expect(button('Join muted')).toBeInTheDocument()
  })

  it('keeps the Tab key inside', async () => {
    const { user } = await inLobby()
    for (let presses = 0; presses < 12; presses += 1) {
      await user.tab()
      expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true)
    }
  })

  it('changes the device at once, and names those without a name by number', async () => {
    const { user, devices, calls } = await inLobby({
      before({ devices: media }) {
        media.plug('camera', 'second', 'Second camera (046d:0825)')
        media.plug('microphone', 'unnamed', '')
      },
    })
    await user.selectOptions(picker('Camera'), 'Second camera')
    await waitFor(() => expect(calls.getState().media.devices.using.camera).toBe('second'))
    expect(picker('Camera')).toHaveValue('second')
    expect(within(picker('Microphone')).getByText('Microphone 2')).toBeInTheDocument()
    expect(devices.live).toHaveLength(2)
  })

  it('says when a device was pulled out and which one is used now', async () => {
    const { user, devices } = await inLobby({
      before: ({ devices: media }) => media.plug('microphone', 'headset', 'Headset'),
    })
    await user.selectOptions(picker('Microphone'), 'Headset')
    act(() => devices.unplug('microphone', 'headset'))
    expect(
      await screen.findByText('Headset was disconnected. Now using Built-in microphone.'),
    ).toBeInTheDocument()
  })

  it('guides through a blocked permission, and opens the devices when it is granted, without a reload', async () => {
    const { devices } = await inLobby({
      before: ({ devices: media }) => media.permit({ microphone: 'denied', camera: 'denied' }),
    })
    expect(screen.getByText('Camera and microphone are blocked')).toBeInTheDocument()
    expect(button('Join muted with camera off')).toBeInTheDocument()
    act(() => devices.permit({ microphone: 'granted', camera: 'granted' }))
    expect(await screen.findByRole('button', { name: 'Join now' })).toBeInTheDocument()
    expect(screen.queryByText('Camera and microphone are blocked')).toBeNull()
  })

  it('asks again on request after the prompt was closed', async () => {
    const { user, devices } = await inLobby({
      before({ devices: media }) {
        media.refuse('microphone', 'dismissed')
        media.refuse('camera', 'dismissed')
      },
    })
    devices.refuse('microphone', null)
    devices.refuse('camera', null)
    await user.click(button('Try again'))
    expect(await screen.findByRole('button', { name: 'Join now' })).toBeInTheDocument()
  })
})
