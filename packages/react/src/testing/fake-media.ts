import type { MediaPort, OpenedDevices, OpenedScreen } from '../media/media-port.ts'
import type { MediaProblemKind } from '../media/media-problem.ts'
import { createFakeMediaTrack } from '../room/fake/fake-media-track.ts'

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

  function hand(kind: 'audio' | 'video'): MediaStreamTrack {
    const track = createFakeMediaTrack(kind)
    tracks.push(track)
    return track
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
      const open = (device: 'microphone' | 'camera', kind: 'audio' | 'video') =>
        wanted[device] && !refused.has(device) ? hand(kind) : null
      const problems = (['microphone', 'camera'] as const).flatMap((device) => {
        const kind = refused.get(device)
        return wanted[device] && kind ? [{ device, kind }] : []
      })
      return { microphone: open('microphone', 'audio'), camera: open('camera', 'video'), problems }
    },
    async openScreen(): Promise<OpenedScreen> {
      await gate
      const kind = refused.get('screen')
      if (kind) return { ok: false, problem: kind === 'dismissed' ? null : { device: 'screen', kind } }
      return { ok: true, video: hand('video'), audio: options.screenHasSound ? hand('audio') : null }
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
