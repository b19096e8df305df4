import { act, cleanup, screen } from '@testing-library/react'
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
