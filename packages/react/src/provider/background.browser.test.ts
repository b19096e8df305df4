import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import {
  ASSETS_FOR_TESTS,
  colourIn,
  colourOf,
  isMagenta,
  MAGENTA_IMAGE,
} from '../../test/background-for-tests.ts'
import { ANA, BEN, endCalls, eventually, other, phase, setUp } from '../../test/real-meeting.ts'
import { createMemoryClient } from '../testing/memory-client.ts'
import { sampleBooking } from '../testing/sample-booking.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { createBrowserCalls } from './create-browser-calls.ts'

afterEach(() => {
  endCalls()
  localStorage.clear()
  vi.restoreAllMocks()
})

const background = { assetsUrl: ASSETS_FOR_TESTS, images: [{ name: 'Magenta', url: MAGENTA_IMAGE }] }

const PATIENCE = { timeout: 20_000 }

/** The call as an app gets it, in its lobby: this browser's camera, its storage, its workers. */
async function inLobby() {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const client = createMemoryClient({ clock, bookings: [booking] })
  const cameras: MediaStreamTrack[] = []
  const { mediaDevices } = navigator
  const getUserMedia = MediaDevices.prototype.getUserMedia.bind(mediaDevices)
  vi.spyOn(mediaDevices, 'getUserMedia').mockImplementation(async (constraints) => {
    const stream = await getUserMedia(constraints)
    cameras.push(...stream.getVideoTracks())
    return stream
  })
  const calls = createBrowserCalls({ client, clock, queryClient: new QueryClient() }, () => ({
    lobby: true,
    background,
  }))
  onTestFinished(() => calls.destroy())
  await calls.launch(booking.id)
  const own = () => calls.getState().media
  await vi.waitFor(() => expect(calls.getState().session.phase).toBe('lobby'), PATIENCE)
  return { calls, own, cameras }
}

const loadedFor = (pattern: RegExp) =>
  performance.getEntriesByType('resource').filter(({ name }) => pattern.test(name))

// First: the page has loaded nothing else yet.
it('loads nothing of it for whoever chooses none', async () => {
  const { own } = await inLobby()
  await vi.waitFor(() => expect(own().camera.status).toBe('on'), PATIENCE)
  expect(own().devices.background).toEqual({ using: null, images: background.images })
  expect(loadedFor(/video-processors|tflite|load-background/)).toEqual([])
})

it('is painted behind this browser’s camera, remembered, and leaves no light on', {
  timeout: 60_000,
}, async () => {
  const first = await inLobby()
  await vi.waitFor(() => expect(first.own().camera.status).toBe('on'), PATIENCE)
  await first.calls.chooseBackground('image:Magenta')
  const chosen = first.own().cameraTrack
  if (!chosen) throw new Error('The camera is off.')
  expect([first.cameras.length, first.cameras.includes(chosen)]).toEqual([1, false])
  const seen = await colourOf(chosen)
  await expect.poll(() => isMagenta(seen.at(0.02, 0.02)), PATIENCE).toBe(true)
  await first.calls.leave()
  expect([chosen, ...first.cameras].map(({ readyState }) => readyState)).toEqual(['ended', 'ended'])

  const next = await inLobby()
  await vi.waitFor(() => expect(next.own().camera.status).toBe('on'), PATIENCE)
  const remembered = next.own().cameraTrack
  if (!remembered) throw new Error('The camera is off.')
  expect(next.cameras).not.toContain(remembered)
  await next.calls.chooseBackground(null)
  expect([next.own().cameraTrack, remembered.readyState]).toEqual([next.cameras[0], 'ended'])
  await next.calls.leave()
  expect(next.cameras.map(({ readyState }) => readyState)).toEqual(['ended'])
})

it('is what others see through the real SDK, while the call goes on', { timeout: 60_000 }, async () => {
  const { bookingId, person } = setUp()
  const ana = person(ANA, { background })
  const ben = person(BEN)
  await ana.launch(bookingId)
  await ben.launch(bookingId)
  await eventually('ben sees ana', () => other(ben)?.camera?.isReady)

  const camera = () => other(ben)?.camera
  const before = camera()?.sid
  await ana.chooseBackground('image:Magenta')
  await eventually('ben sees ana anew', () => camera()?.sid !== before && camera()?.isReady)
  const video = document.createElement('video')
  video.muted = true
  // What nobody can see is not sent.
  document.body.append(video)
  const detach = camera()?.attach(video)
  onTestFinished(() => {
    detach?.()
    video.remove()
  })
  const { at } = colourIn(video)
  await expect.poll(() => isMagenta(at(0.04, 0.04)), PATIENCE).toBe(true)
  expect(phase(ana)).toBe('connected')
  const { cameraTrack } = ana.getState().media
  await ana.leave()
  expect(cameraTrack?.readyState).toBe('ended')
})
