import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ASSETS_FOR_TESTS, colourOf, isMagenta, MAGENTA_IMAGE } from '../../test/background-for-tests.ts'
import { systemClock } from '../clock/system-clock.ts'
import { loadBackground } from './load-background.ts'

const options = { assetsUrl: ASSETS_FOR_TESTS, images: [{ name: 'Magenta', url: MAGENTA_IMAGE }] }

const PATIENCE = { timeout: 15_000 }

function toolsForTests() {
  const asked: string[] = []
  const warnings: string[] = []
  const warn = (message: string) => void warnings.push(message)
  const fetchAndNote: typeof fetch = (input, init) => {
    asked.push(String(input))
    return fetch(input, init)
  }
  return { asked, warnings, warn, clock: systemClock(), fetch: fetchAndNote }
}

/** A camera before a wall with stripes: nobody is in the picture, so all of it is background. */
function filmStripes(): MediaStreamTrack {
  const canvas = document.createElement('canvas')
  canvas.width = 320
  canvas.height = 180
  const context = canvas.getContext('2d')
  const [camera] = canvas.captureStream(24).getVideoTracks()
  if (!context || !camera) throw new Error('This browser cannot film a canvas.')
  const timer = setInterval(() => {
    context.fillStyle = '#c8c8c8'
    context.fillRect(0, 0, 320, 180)
    context.fillStyle = '#787878'
    for (let x = 0; x < 320; x += 8) context.fillRect(x, 0, 4, 180)
  }, 40)
  onTestFinished(() => {
    clearInterval(timer)
    camera.stop()
  })
  return camera
}

/** How far apart the lightest and the darkest of neighbours are in a corner, from 0 to 255. */
async function contrast(track: MediaStreamTrack): Promise<number> {
  const { at } = await colourOf(track)
  const line = Array.from({ length: 16 }, (_, index) => at(index / 320, 0.02)[0] ?? 0)
  return Math.max(...line) - Math.min(...line)
}

// First: a processor that works already does not ask again.
describe('what a background needs', () => {
  it('and is not where the app says is told to whoever builds the app, and can be there the next time', async () => {
    const tools = toolsForTests()
    const wrong = { ...options, assetsUrl: '/nowhere' }
    await expect(loadBackground('blur', wrong, tools)).rejects.toThrow('/nowhere/')
    expect(tools.asked).toContain('/nowhere/selfie_segmentation_landscape.tflite')
    expect(tools.warnings.join()).toContain('Copy the folder dist/background of @meetings/react')
    await loadBackground('blur', options, toolsForTests())
  })

  it('and is an image that cannot be loaded is told likewise', async () => {
    const tools = toolsForTests()
    const wrong = { ...options, images: [{ name: 'Gone', url: '/nowhere.jpg' }] }
    await expect(loadBackground('image:Gone', wrong, tools)).rejects.toThrow('/nowhere.jpg')
    expect(tools.warnings).toHaveLength(1)
  })
})

describe('a painted camera', { timeout: 60_000 }, () => {
  it('has an image of the app in place of the room, in its own size, and ends with the camera', async () => {
    const tools = toolsForTests()
    const camera = filmStripes()
    const putBehind = await loadBackground('image:Magenta', options, tools)
    const painted = await putBehind(camera)
    const { at, size } = await colourOf(painted)
    await expect.poll(() => isMagenta(at(0.02, 0.02)), PATIENCE).toBe(true)
    expect(isMagenta(at(0.98, 0.02))).toBe(true)
    expect([size(), tools.warnings]).toEqual([[320, 180], []])

    const ended = new Promise((resolve) => painted.addEventListener('ended', resolve))
    camera.stop()
    await ended
    expect(painted.readyState).toBe('ended')
  })

  it('has its room blurred, more when more is wanted', async () => {
    const camera = filmStripes()
    await expect.poll(() => contrast(camera), PATIENCE).toBeGreaterThan(60)
    const blurred = await (await loadBackground('blur', options, toolsForTests()))(camera)
    await expect.poll(() => contrast(blurred), PATIENCE).toBeLessThan(30)
    const stronger = await (await loadBackground('strong-blur', options, toolsForTests()))(camera)
    await expect.poll(() => contrast(stronger), PATIENCE).toBeLessThan(15)
    expect([blurred.readyState, stronger.readyState]).toEqual(['live', 'live'])
  })

  it('is painted also where pictures must be looked at, as in Firefox and Safari', async () => {
    vi.stubGlobal('MediaStreamTrackProcessor', undefined)
    onTestFinished(() => void vi.unstubAllGlobals())
    const camera = filmStripes()
    const putBehind = await loadBackground('image:Magenta', options, toolsForTests())
    const painted = await putBehind(camera)
    const { at, currentTime } = await colourOf(painted)
    await expect.poll(() => isMagenta(at(0.02, 0.02)), PATIENCE).toBe(true)
    const then = currentTime()
    await expect.poll(currentTime, PATIENCE).toBeGreaterThan(then)
    // As somebody who leaves stops it: without a word.
    camera.stop()
    await expect.poll(() => painted.readyState, PATIENCE).toBe('ended')
  })

  it('that is stopped gives the painter back to the one before', async () => {
    const camera = filmStripes()
    const putBehind = await loadBackground('image:Magenta', options, toolsForTests())
    const before = await putBehind(camera)
    const after = await putBehind(camera)
    after.stop()
    const { currentTime } = await colourOf(before)
    const then = currentTime()
    await expect.poll(currentTime, PATIENCE).toBeGreaterThan(then)
  })

  it('stays away when its camera is gone', async () => {
    const camera = filmStripes()
    camera.stop()
    const putBehind = await loadBackground('blur', options, toolsForTests())
    await expect(putBehind(camera)).rejects.toThrow('no picture that could be painted')
  })
})
