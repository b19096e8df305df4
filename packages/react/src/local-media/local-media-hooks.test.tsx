import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { loadAround } from '../call/notices/load-around.ts'
import { createTestRuntime } from '../testing/create-test-runtime.ts'
import { createFakeBackgrounds } from '../testing/fake-backgrounds.ts'
import { MeetingsTestProvider } from '../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../testing/sample-booking.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { useDevices } from './useDevices.ts'
import { useLocalMedia } from './useLocalMedia.ts'

afterEach(cleanup)
// Otherwise it is still on its way when the last test is over.
await loadAround()

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

function Backgrounds() {
  const { background, chooseBackground } = useDevices()
  return (
    <button type="button" onClick={() => chooseBackground('image:Office')}>
      {`${background?.using} of ${background?.images.map(({ name }) => name)}`}
    </button>
  )
}

it('let a host offer backgrounds in its own way', async () => {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const backgrounds = createFakeBackgrounds({ images: [{ name: 'Office', url: '/office.jpg' }] })
  const runtime = createTestRuntime({ clock, bookings: [booking], backgrounds })
  render(
    <MeetingsTestProvider runtime={runtime}>
      <Backgrounds />
    </MeetingsTestProvider>,
  )
  await act(async () => void (await runtime.calls.launch(booking.id)))
  fireEvent.click(await screen.findByRole('button', { name: 'null of Office' }))
  await screen.findByRole('button', { name: 'image:Office of Office' })
  await waitFor(() => expect(runtime.calls.getState().media.cameraTrack).toBe(backgrounds.tracks[0]))
})

it.each([
  ['useLocalMedia', Own],
  ['useDevices', Pickers],
])('%s says what is missing when it stands outside the provider', (name, Outside) => {
  expect(() => render(<Outside />)).toThrow(
    `${name} must be used inside <MeetingProvider>. Wrap your app in it.`,
  )
})
