import { createFakeMediaTrack } from './fake-media-track.ts'
import { paintPerson } from './paint-person.ts'
import { paintScreen } from './paint-screen.ts'

/** A moving picture as a camera or a shared screen would give it. */
export interface PaintedPicture {
  track: MediaStreamTrack
  /** The picture moves while at least one watcher is there and the track is live; the answer ends the watch. */
  watch(): () => void
}

const FRAMES_PER_SECOND = 12

/** A person in front of a camera, in colours derived from `seed`. A plain fake track where nothing can be painted. */
export function createCameraPicture(seed: string): PaintedPicture {
  return createPicture(640, 360, (context, time) => paintPerson(context, seed, time))
}

/** A slide with marks in all four corners, so that cropping shows. */
export function createScreenPicture(): PaintedPicture {
  return createPicture(1280, 800, paintScreen)
}

type Paint = (context: CanvasRenderingContext2D, seconds: number) => void

function createPicture(width: number, height: number, paint: Paint): PaintedPicture {
  const canvas = createCanvas(width, height)
  const context = canvas?.getContext('2d')
  const track = canvas?.captureStream(FRAMES_PER_SECOND).getVideoTracks()[0]
  if (!context || !track) return { track: createFakeMediaTrack('video'), watch: () => () => {} }

  let frame = 0
  let watchers = 0
  let timer: ReturnType<typeof setInterval> | undefined
  const rest = () => {
    clearInterval(timer)
    timer = undefined
  }
  const next = () => {
    if (track.readyState === 'ended') return rest()
    paint(context, frame / FRAMES_PER_SECOND)
    frame += 1
  }
  next()

  return {
    track,
    watch() {
      watchers += 1
      // A canvas stream sends a frame only when something is drawn: draw now for whoever has just come.
      next()
      timer ??= setInterval(next, 1000 / FRAMES_PER_SECOND)
      let isWatching = true
      return () => {
        if (!isWatching) return
        isWatching = false
        watchers -= 1
        if (watchers === 0) rest()
      }
    },
  }
}

/** `null` outside browsers, and in jsdom, whose canvas cannot be drawn on. */
function createCanvas(width: number, height: number): HTMLCanvasElement | null {
  if (typeof HTMLCanvasElement === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype))
    return null
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}
