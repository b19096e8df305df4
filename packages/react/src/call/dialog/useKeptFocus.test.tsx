import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setUpCallPage } from '../../../test/open-call.tsx'

vi.mock('../notices/useAround.ts', () => ({ useAround: () => null }))

afterEach(cleanup)

describe('before the code around the call is there', () => {
  it('"Join now" leaves the focus in the call', async () => {
    const { calls, bookingId } = setUpCallPage({ lobby: true })
    await act(() => calls.launch(bookingId).then(() => {}))
    await userEvent.click(await screen.findByRole('button', { name: 'Join now' }, { timeout: 5000 }))
    await screen.findByRole('group', { name: 'Call controls' })
    expect(screen.getByRole('dialog')).toHaveFocus()
  })

  it('"Try again" in the lobby, which goes when the devices are there, leaves it too', async () => {
    const { calls, bookingId, devices } = setUpCallPage({ lobby: true })
    for (const kind of ['microphone', 'camera'] as const) devices.refuse(kind, 'dismissed')
    await act(() => calls.launch(bookingId).then(() => {}))
    const again = await screen.findByRole('button', { name: 'Try again' }, { timeout: 5000 })
    for (const kind of ['microphone', 'camera'] as const) devices.refuse(kind, null)
    await userEvent.click(again)
    await screen.findByRole('button', { name: 'Join now' })
    expect(again).not.toBeInTheDocument()
    expect(screen.getByRole('dialog')).toHaveFocus()
  })

  it('a list of devices that is empty from now on leaves it too', async () => {
    const { calls, bookingId, devices } = setUpCallPage({ lobby: true })
    await act(() => calls.launch(bookingId).then(() => {}))
    const list = await screen.findByRole('combobox', { name: 'Microphone' }, { timeout: 5000 })
    list.focus()
    act(() => devices.unplug('microphone', 'built-in'))
    await waitFor(() => expect(list).toBeDisabled())
    await waitFor(() => expect(screen.getByRole('dialog')).toHaveFocus())
  })

  it('who is let in while they choose a device keeps the focus in the call', async () => {
    const { calls, bookingId, client, clock } = setUpCallPage()
    const admit = client.keepWaiting()
    await act(() => calls.launch(bookingId).then(() => {}))
    ;(await screen.findByRole('combobox', { name: 'Camera' }, { timeout: 5000 })).focus()
    admit()
    await act(async () => clock.advance(5_000))
    await screen.findByRole('group', { name: 'Call controls' })
    expect(screen.getByRole('dialog')).toHaveFocus()
  })

  it('"Cancel" gives the focus back to the page', async () => {
    const { calls, bookingId } = setUpCallPage({ lobby: true })
    await act(() => calls.launch(bookingId).then(() => {}))
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }, { timeout: 5000 }))
    expect(screen.getByRole('button', { name: 'On the page' })).toHaveFocus()
  })
})
