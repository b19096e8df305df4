import type { Clock } from '../clock/meeting-clock.ts'
import { framesOf } from './frames-of.ts'
import { within } from './within.ts'

/** Paints a picture of a camera, with something else behind the people, on a canvas of the same size. */
export interface Painter {
  processFrame(frame: VideoFrame | HTMLVideoElement, canvas: HTMLCanvasElement): Promise<void>
}

/** From the camera to the second picture, model and shaders included, on a slow computer. */
const START_MS = 20_000
/** A painter from which nothing comes for so long is broken. */
const STUCK_MS = 8_000
/** The first one of a painter that was used before is still drawn on the canvas before this one. */
const FIRST_GOOD = 2

/**
 * A live track of what `painter` makes of a camera. Resolves when there is something to see; rejects when there
 * never will be. It ends when the camera ends, or when nothing can be painted any more, and says so (`ended`).
 *
 * @param isPaused asked for each picture: another track has the painter for now
 */
export function paintTrack(
  camera: MediaStreamTrack,
  painter: Painter,
  { clock, isPaused = () => false }: { clock: Clock; isPaused?: () => boolean },
): Promise<MediaStreamTrack> {
  const { canvas, painted } = createCanvasTrack(camera.getSettings())
  const isOver = () => painted.readyState === 'ended'

  async function paint(onGood: () => void): Promise<void> {
    let count = 0
    let paintedAt = clock.now()
    for await (const frame of framesOf(camera, clock)) {
      try {
        if (isOver()) return
        if (isPaused()) {
          paintedAt = clock.now()
          continue
        }
        resize(canvas, frame)
        await within(clock, STUCK_MS, painter.processFrame(frame, canvas))
        takePicture(painted)
        paintedAt = clock.now()
        count += 1
        if (count === FIRST_GOOD) onGood()
      } catch {
        // One picture less is nothing.
        if (clock.now() - paintedAt >= STUCK_MS) return
      } finally {
        if ('close' in frame) frame.close()
      }
    }
  }

  return new Promise((resolve, reject) => {
    const end = () => {
      cancel()
      painted.stop()
      painted.dispatchEvent(new Event('ended'))
      reject(new Error('The camera gave no picture that could be painted.'))
    }
    const cancel = clock.after(START_MS, end)
    camera.addEventListener('ended', end)
    const good = () => {
      cancel()
      resolve(painted)
    }
    paint(good)
      .catch(() => {})
      .then(() => {
        camera.removeEventListener('ended', end)
        end()
      })
  })
}

function createCanvasTrack({ width = 640, height = 360 }: MediaTrackSettings) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  // Before it is captured: Firefox wants it so.
  canvas.getContext('bitmaprenderer')
  // 0: a picture is taken when it is asked for. Where it cannot be, the browser takes what is new.
  const [painted] = canvas.captureStream(canAskForPictures() ? 0 : undefined).getVideoTracks()
  if (!painted) throw new Error('This browser cannot film a canvas.')
  return { canvas, painted }
}

/** Where a picture must be asked for. */
function takePicture(painted: MediaStreamTrack): void {
  if (canAskForPictures() && painted instanceof CanvasCaptureMediaStreamTrack) painted.requestFrame()
}

const canAskForPictures = () => typeof CanvasCaptureMediaStreamTrack === 'function'

function resize(canvas: HTMLCanvasElement, frame: VideoFrame | HTMLVideoElement): void {
  const width = 'displayWidth' in frame ? frame.displayWidth : frame.videoWidth
  const height = 'displayHeight' in frame ? frame.displayHeight : frame.videoHeight
  // Even the same size empties a canvas.
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}
