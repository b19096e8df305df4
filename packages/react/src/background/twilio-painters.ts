import {
  GaussianBlurBackgroundProcessor,
  ImageFit,
  VirtualBackgroundProcessor,
} from '@twilio/video-processors'
import type { Clock } from '../clock/meeting-clock.ts'
import { checkAssets } from './check-assets.ts'
import type { Painter } from './paint-track.ts'
import { type Turns, takeTurns } from './take-turns.ts'
import { within } from './within.ts'

export interface PaintTools {
  clock: Clock
  fetch: typeof globalThis.fetch
}

/** A painter with its model in memory, and what it is to paint. */
export interface ReadyPainter {
  painter: Painter
  /** Who uses it. Two cameras at a time would mix their pictures. */
  turns: Turns
  /** Before its first picture: how strong, or which image. */
  prepare(): void
}

/**
 * Twilio keeps one worker for each kind of background as long as the page lives, and makes a useless one more with
 * each processor. So there is one processor of each kind.
 */
let blur: GaussianBlurBackgroundProcessor | null = null
let image: VirtualBackgroundProcessor | null = null
const blurTurns = takeTurns()
const imageTurns = takeTurns()

const BLUR_WORKER = 'twilio-gaussian-blur-background-processor-pipeline-worker.js'
const IMAGE_WORKER = 'twilio-virtual-background-processor-pipeline-worker.js'
/** Three megabytes, over a slow network. */
const LOAD_MS = 30_000

/** @param radius of the blur, in pixels of the camera */
export async function blurPainter(
  assetsPath: string,
  radius: number,
  { clock, fetch }: PaintTools,
): Promise<ReadyPainter> {
  if (!blur) await within(clock, LOAD_MS, checkAssets(assetsPath, BLUR_WORKER, fetch))
  blur ??= new GaussianBlurBackgroundProcessor({ assetsPath, blurFilterRadius: radius })
  const painter = blur
  await within(clock, LOAD_MS, painter.loadModel())
  const prepare = () => {
    painter.blurFilterRadius = radius
  }
  return { painter, turns: blurTurns, prepare }
}

/** @param url of the image */
export async function imagePainter(
  assetsPath: string,
  url: string,
  { clock, fetch }: PaintTools,
): Promise<ReadyPainter> {
  const [backgroundImage] = await Promise.all([
    within(clock, LOAD_MS, loadImage(url)),
    image ? null : within(clock, LOAD_MS, checkAssets(assetsPath, IMAGE_WORKER, fetch)),
  ])
  image ??= new VirtualBackgroundProcessor({ assetsPath, backgroundImage, fitType: ImageFit.Cover })
  const painter = image
  await within(clock, LOAD_MS, painter.loadModel())
  const prepare = () => {
    painter.backgroundImage = backgroundImage
  }
  return { painter, turns: imageTurns, prepare }
}

async function loadImage(url: string): Promise<HTMLImageElement> {
  const element = new Image()
  // What is painted must not be tainted by another origin.
  element.crossOrigin = 'anonymous'
  element.src = url
  try {
    await element.decode()
  } catch {
    throw new Error(`The image ${url} cannot be loaded. From another origin it needs CORS.`)
  }
  return element
}
