import type { MediaPort, OpenedDevices, OpenedScreen } from '../media/media-port.ts'
import type { MediaProblemKind } from '../media/media-problem.ts'
import { createFakeMediaTrack } from '../room/fake/fake-media-track.ts'
import {
  createCameraPicture,
  createScreenPicture,
  type PaintedPicture,
} from '../room/fake/painted-picture.ts'

/** Devices without a computer: they open at once, unless a test refuses or holds them. */
export interface FakeMedia extends MediaPort {
  /** Every track that was ever handed out. */
  readonly tracks: readonly MediaStreamTrack[]
  /** The tracks that nobody has stopped yet: the lights that are on. */
  readonly live: readonly MediaStreamTrack[]
  /** How often devices were asked for. */
  readonly asked: number
  /** From now on a device is refused; `null` allows it again. The picker of screens is closed by `dismissed`. */
  refuse(device: 'microphone' | 'camera' | 'screen', kind: MediaProblemKind | null): void
  /** Prompts stay open until the answer is called. */
  holdPrompts(): () => void
}

export function createFakeMedia(options: { screenHasSound?: boolean } = {}): FakeMedia {
  const tracks: MediaStreamTrack[] = []
  const refused = new Map<string, MediaProblemKind>()
  let gate: Promise<void> = Promise.resolve()
  let asked = 0

  function hand(track: MediaStreamTrack): MediaStreamTrack {
    tracks.push(track)
    return track
  }

  const make = {
    microphone: () => hand(createFakeMediaTrack('audio')),
    camera: () => hand(livePicture(createCameraPicture('me'))),
    screen: () => hand(livePicture(createScreenPicture())),
  }

  return {
    tracks,
    get live() {
      return tracks.filter((track) => track.readyState === 'live')
    },
    get asked() {
      return asked
    },
    async openDevices(wanted): Promise<OpenedDevices> {
      asked += 1
      await gate
      const open = (device: 'microphone' | 'camera') =>
        wanted[device] && !refused.has(device) ? make[device]() : null
      const problems = (['microphone', 'camera'] as const).flatMap((device) => {
        const kind = refused.get(device)
        return wanted[device] && kind ? [{ device, kind }] : []
      })
      return { microphone: open('microphone'), camera: open('camera'), problems }
    },
    async openScreen(): Promise<OpenedScreen> {
      await gate
      const kind = refused.get('screen')
      if (kind) return { ok: false, problem: kind === 'dismissed' ? null : { device: 'screen', kind } }
      return { ok: true, video: make.screen(), audio: options.screenHasSound ? make.microphone() : null }
    },
    refuse(device, kind) {
      if (kind) refused.set(device, kind)
      else refused.delete(device)
    },
    holdPrompts() {
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
  }
}

/** A device is live until it is stopped, whether or not somebody watches. */
function livePicture(picture: PaintedPicture): MediaStreamTrack {
  picture.watch()
  return picture.track
}
