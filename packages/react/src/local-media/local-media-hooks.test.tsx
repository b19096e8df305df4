import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { createTestRuntime } from '../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../testing/sample-booking.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { useDevices } from './useDevices.ts'
import { useLocalMedia } from './useLocalMedia.ts'

afterEach(cleanup)

const renders = { media: 0, devices: 0 }

function Own() {
  renders.media += 1
  const { microphone, isMuted, cameraTrack } = useLocalMedia()
  return <p>{`${microphone.status} ${isMuted} ${cameraTrack?.kind ?? 'no camera'}`}</p>
}

function Pickers() {
  renders.devices += 1
  const { cameras, cameraId, speakers } = useDevices()
  return <p>{`${cameras.length} ${cameraId} ${speakers.length}`}</p>
}

it('let a host draw its own controls, which render only for what they show', async () => {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const runtime = createTestRuntime({ clock, bookings: [booking] })
  render(
    <MeetingsTestProvider runtime={runtime}>
      <Own />
      <Pickers />
    </MeetingsTestProvider>,
  )
  expect(screen.getByText('off false no camera')).toBeInTheDocument()
  expect(screen.getByText('0 null 0')).toBeInTheDocument()
  await act(async () => {
    await runtime.calls.launch(booking.id)
    await new Promise((resolve) => setTimeout(resolve))
  })
  expect(screen.getByText('on false video')).toBeInTheDocument()
  expect(screen.getByText('1 webcam 1')).toBeInTheDocument()

  const before = { ...renders }
  act(() => runtime.room.join({ identity: 'sam' }))
  expect(renders).toEqual(before)
  await act(() => runtime.calls.toggleMicrophone())
  expect(renders).toEqual({ media: before.media + 1, devices: before.devices })
})

it.each([
  ['useLocalMedia', Own],
  ['useDevices', Pickers],
])('%s says what is missing when it stands outside the provider', (name, Outside) => {
  expect(() => render(<Outside />)).toThrow(
    `${name} must be used inside <MeetingProvider>. Wrap your app in it.`,
  )
})
