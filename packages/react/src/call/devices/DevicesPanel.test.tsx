import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { Panel } from './DevicesPanel.tsx'

afterEach(cleanup)

it('swaps the microphone of the running call: the room stays, and the others get the new one', async () => {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const runtime = createTestRuntime({ clock, bookings: [booking] })
  runtime.devices.plug('microphone', 'headset', 'Headset')
  await runtime.calls.launch(booking.id)
  await waitFor(() => expect(runtime.room.published?.microphone).toBeTruthy())
  const before = runtime.room.published?.microphone
  render(
    <MeetingsTestProvider runtime={runtime}>
      <Panel />
    </MeetingsTestProvider>,
  )
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Microphone' }), 'Headset')
  await waitFor(() => expect(runtime.room.published?.microphone).not.toBe(before))
  expect([runtime.room.requests.length, before?.readyState]).toEqual([1, 'ended'])

  await act(() => runtime.calls.toggleCamera())
  expect(screen.queryByRole('img', { name: 'How others will see you' })).toBeNull()
  act(() => runtime.calls.destroy())
  expect(screen.getByRole('combobox', { name: 'Microphone' })).toBeInTheDocument()
})
