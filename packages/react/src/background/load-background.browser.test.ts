import { expect, it, onTestFinished, vi } from 'vitest'
import { systemClock } from '../clock/system-clock.ts'
import { loadBackground } from './load-background.ts'

const ASSETS = new URL('../../node_modules/@twilio/video-processors/dist/build', import.meta.url).href
const MAGENTA = [255, 0, 255]

/** One colour everywhere, as an app's image would come. */
function imageOf([red, green, blue]: readonly number[]): string {
  const canvas = document.createElement('canvas')
  canvas.width = 64
  canvas.height = 36
  const context = canvas.getContext('2d')
  if (context) context.fillStyle = `rgb(${red} ${green} ${blue})`
  context?.fillRect(0, 0, 64, 36)
  return canvas.toDataURL()
}

const options = { assetsUrl: ASSETS, images: [{ name: 'Magenta', url: imageOf(MAGENTA) }] }

function toolsForTests() {
  const asked: string[] = []
  const warnings: string[] = []
  return {
    asked,
    warnings,
    clock: systemClock(),
    warn: (message: string) => void warnings.push(message),
    fetch: (input: RequestInfo | URL, init?: RequestInit) => {
      asked.push(String(input))
      return fetch(input, init)
    },
  }
}

/** Chromium's fake camera: green, with a clock that moves. Nobody is in the picture. */
async function openCamera(): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320, height: 180 } })
  const [camera] = stream.getVideoTracks()
  if (!camera) throw new Error('The browser needs a fake camera for this.')
  onTestFinished(() => camera.stop())
  return camera
}

/** Looks at a live track, as a receiver would. */
async function watch(track: MediaStreamTrack) {
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = new MediaStream([track])
  await video.play()
  onTestFinished(() => {
    video.srcObject = null
  })
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return {
    size: () => [video.videoWidth, video.videoHeight],
    /** The colour at a place, from 0 to 1 from the left and from the top. */
    colour(x: number, y: number): number[] {
      canvas.width = video.videoWidth
      canvas.height = video.videoHeight
      context?.drawImage(video, 0, 0)
      const data = context?.getImageData(x * canvas.width, y * canvas.height, 1, 1).data ?? []
      return [...data].slice(0, 3)
    },
  }
}

const isNear = (colour: readonly number[], wanted: readonly number[]) =>
  wanted.every((value, index) => Math.abs(value - (colour[index] ?? -999)) < 40)

it('puts an image of the app behind the camera, in its own size, and ends with it', {
  timeout: 60_000,
}, async () => {
  const tools = toolsForTests()
  const camera = await openCamera()
  const plain = await watch(camera)
  await vi.waitFor(() => expect(isNear(plain.colour(0.02, 0.02), MAGENTA)).toBe(false))

  const putBehind = await loadBackground('image:Magenta', options, tools)
  const painted = await putBehind(camera)
  const seen = await watch(painted)
  await expect.poll(() => isNear(seen.colour(0.02, 0.02), MAGENTA), { timeout: 10_000 }).toBe(true)
  expect(isNear(seen.colour(0.98, 0.98), MAGENTA)).toBe(true)
  expect([seen.size(), tools.warnings]).toEqual([[320, 180], []])

  const ended = new Promise((resolve) => painted.addEventListener('ended', resolve))
  camera.stop()
  await ended
  expect(painted.readyState).toBe('ended')
})
