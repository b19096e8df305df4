import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { CallAudio } from './CallAudio.tsx'

afterEach(cleanup)

/** A page without a call screen of ours, and what plays in it. */
async function inACall(audio: ReactElement, options: { blocksSound: boolean }) {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const room = createFakeRoomClient({ people: [{ identity: 'sam' }, { identity: 'kim' }], ...options })
  const runtime = createTestRuntime({ clock, bookings: [booking], lobby: false, room })
  const { container } = render(<MeetingsTestProvider runtime={runtime}>{audio}</MeetingsTestProvider>)
  const before = container.querySelectorAll('audio').length
  await act(() => runtime.calls.launch(booking.id).then(() => {}))
  await waitFor(() => expect(container.querySelectorAll('audio')).toHaveLength(2), { timeout: 5000 })
  return { ...runtime, before, voices: () => container.querySelectorAll('audio').length }
}

describe('CallAudio', () => {
  it('plays everybody, and nobody when there is no call', async () => {
    const { before, voices, room, calls } = await inACall(<CallAudio />, { blocksSound: false })
    expect([before, screen.queryByRole('button')]).toEqual([0, null])
    act(() => room.leave('kim'))
    expect(voices()).toBe(1)
    await act(() => calls.leave())
    expect(voices()).toBe(0)
  })

  it('asks for one press when the browser holds the sound back', async () => {
    await inACall(<CallAudio />, { blocksSound: true })
    await userEvent.click(await screen.findByRole('button', { name: 'Turn sound on' }))
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  })

  it('lets the app ask', async () => {
    const ask = (turnOn: () => void) => (
      <button type="button" onClick={turnOn}>
        Hear them
      </button>
    )
    await inACall(<CallAudio>{ask}</CallAudio>, { blocksSound: true })
    await userEvent.click(await screen.findByRole('button', { name: 'Hear them' }))
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  })

  it('says what is missing outside the provider', () => {
    expect(() => render(<CallAudio />)).toThrow('CallAudio must be used inside <MeetingProvider>')
  })
})
