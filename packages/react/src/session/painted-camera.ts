import type { BackgroundPort, PutBehind } from '../media/background-port.ts'
import type { MediaProblem } from '../media/media-problem.ts'
import type { DeviceSlot } from './device-slot.ts'

/** Shows a camera as the person wants to be seen, or not at all. */
export interface PaintedCamera {
  /** Begins to fetch what is wanted behind the person. `null`: nothing is, the camera is shown as it is. */
  fetch(): Promise<PutBehind> | null
  /** Settles a try of the camera's slot. Answers what failed; never rejects. */
  show(turn: number, raw: MediaStreamTrack, background: Promise<PutBehind>): Promise<readonly MediaProblem[]>
  /** The same camera with what is wanted now. Until that is here, and when it cannot be had, it looks as before. */
  repaint(): Promise<readonly MediaProblem[]>
}

/** The camera works, the picture cannot be painted. */
export const NOT_PAINTED: MediaProblem = { device: 'camera', kind: 'background' }

/** @param wanted the background that is chosen; see `BackgroundState` */
export function createPaintedCamera(
  camera: DeviceSlot,
  port: BackgroundPort | undefined,
  wanted: () => string | null,
): PaintedCamera {
  function fetch(): Promise<PutBehind> | null {
    const background = wanted()
    if (background === null) return null
    const fetched = port ? port.load(background) : Promise.reject()
    // Looked at when the camera is here, which may be never.
    fetched.catch(() => {})
    return fetched
  }

  async function show(turn: number, raw: MediaStreamTrack, background: Promise<PutBehind>) {
    // Held here, so that whoever leaves meanwhile leaves no light on.
    camera.keep(turn, raw)
    try {
      const putBehind = await background
      camera.settle(turn, [await putBehind(raw), raw], null)
      return []
    } catch {
      camera.settle(turn, [], NOT_PAINTED)
      return [NOT_PAINTED]
    }
  }

  return {
    fetch,
    show,
    async repaint() {
      const turn = camera.beginSwap()
      const raw = camera.tracks.at(-1)
      const background = fetch()
      if (raw && background) return show(turn, raw, background)
      if (raw) camera.settle(turn, [raw], null)
      return []
    },
  }
}
