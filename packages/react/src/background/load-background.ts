import type { PutBehind } from '../media/background-port.ts'
import type { BackgroundOptions } from './background-options.ts'
import { paintTrack } from './paint-track.ts'
import { blurPainter, imagePainter, type PaintTools } from './twilio-painters.ts'

export interface LoadTools extends PaintTools {
  /** Tells whoever builds the app what is wrong; the person is told on the screen. */
  warn(message: string): void
}

/** In pixels of the camera. */
const RADIUS = { blur: 9, 'strong-blur': 24 }
const IMAGE = 'image:'

/** See `BackgroundPort.load`. The only way in here is an `import()`: nobody pays for what they do not choose. */
export async function loadBackground(
  background: string,
  options: BackgroundOptions | undefined,
  tools: LoadTools,
): Promise<PutBehind> {
  try {
    if (!options) throw new Error('MeetingProvider has no "background" any more.')
    const { painter, turns, prepare } = await painterOf(background, options, tools)
    return async (camera) => {
      const turn = turns.begin()
      prepare()
      try {
        const painted = await paintTrack(camera, painter, {
          clock: tools.clock,
          isPaused: () => !turn.isMine(),
        })
        painted.addEventListener('ended', turn.done)
        return painted
      } catch (error) {
        turn.done()
        throw error
      }
    }
  } catch (error) {
    tools.warn(`The background was not painted. ${error instanceof Error ? error.message : ''}`)
    throw error
  }
}

function painterOf(background: string, { assetsUrl, images = [] }: BackgroundOptions, tools: PaintTools) {
  const folder = assetsUrl.endsWith('/') ? assetsUrl : `${assetsUrl}/`
  const name = background.startsWith(IMAGE) ? background.slice(IMAGE.length) : null
  const image = images.find((one) => one.name === name)
  if (image) return imagePainter(folder, image.url, tools)
  // An image that the app has no more hid the room. So does blur.
  return blurPainter(folder, RADIUS[background === 'blur' ? 'blur' : 'strong-blur'], tools)
}
