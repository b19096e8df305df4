import { type CaptureOverrides, captureConstraints, SCREEN_CONSTRAINTS } from './capture-constraints.ts'
import { describeMediaError } from './describe-media-error.ts'
import type { MediaPort, OpenedDevices } from './media-port.ts'
import type { MediaProblem, MediaProblemKind } from './media-problem.ts'

export interface BrowserMediaOptions {
  /** `navigator.mediaDevices`; `undefined` on a page without https, whatever its type says. */
  getMediaDevices(): MediaDevices | undefined
  isSmallScreen(): boolean
  /** Read at each use, because a host may change its options. */
  overrides?(): CaptureOverrides
}

interface Wanted {
  microphone: boolean
  camera: boolean
}

/** The devices of the browser. Both are asked for at once first: one prompt instead of two. */
export function browserMedia(options: BrowserMediaOptions): MediaPort {
  const { isSmallScreen, overrides = () => ({}) } = options

  function mediaDevices(): MediaDevices {
    const devices = options.getMediaDevices()
    if (!devices) throw new TypeError('Media devices exist on https pages only.')
    return devices
  }

  async function capture(wanted: Wanted): Promise<MediaStream> {
    const devices = mediaDevices()
    try {
      return await devices.getUserMedia(captureConstraints(wanted, isSmallScreen(), overrides()))
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'OverconstrainedError') throw error
      return devices.getUserMedia({ audio: wanted.microphone, video: wanted.camera })
    }
  }

  async function openOne(device: 'microphone' | 'camera'): Promise<OpenedDevices> {
    try {
      const stream = await capture({ microphone: device === 'microphone', camera: device === 'camera' })
      return { ...NOTHING, [device]: stream.getTracks()[0] ?? null }
    } catch (error) {
      return { ...NOTHING, problems: [{ device, kind: describeMediaError(error) }] }
    }
  }

  return {
    async openDevices(wanted) {
      if (!wanted.camera) return wanted.microphone ? openOne('microphone') : NOTHING
      if (!wanted.microphone) return openOne('camera')
      try {
        const stream = await capture(wanted)
        const [microphone = null] = stream.getAudioTracks()
        const [camera = null] = stream.getVideoTracks()
        return { microphone, camera, problems: [] }
      } catch (error) {
        const kind = describeMediaError(error)
        // Somebody closed the prompt: asking twice more would be rude, and without https it is pointless.
        if (kind === 'dismissed' || kind === 'insecure-page') return { ...NOTHING, problems: bothFor(kind) }
        // Together they fail when either does: one by one says which, and keeps the other.
        const microphone = await openOne('microphone')
        const camera = await openOne('camera')
        return {
          microphone: microphone.microphone,
          camera: camera.camera,
          problems: [...microphone.problems, ...camera.problems],
        }
      }
    },

    async openScreen() {
      try {
        const stream = await mediaDevices().getDisplayMedia(SCREEN_CONSTRAINTS)
        const [video] = stream.getVideoTracks()
        const [audio = null] = stream.getAudioTracks()
        if (!video) return { ok: false, problem: { device: 'screen', kind: 'no-device' } }
        video.contentHint = 'detail'
        return { ok: true, video, audio }
      } catch (error) {
        const kind = describeMediaError(error)
        const wasCancelled = kind === 'denied' || kind === 'dismissed'
        return { ok: false, problem: wasCancelled ? null : { device: 'screen', kind } }
      }
    },
  }
}

function bothFor(kind: MediaProblemKind): MediaProblem[] {
  return [
    { device: 'microphone', kind },
    { device: 'camera', kind },
  ]
}

const NOTHING: OpenedDevices = { microphone: null, camera: null, problems: [] }
