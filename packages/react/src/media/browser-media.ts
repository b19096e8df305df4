import { browserPermissions } from './browser-permissions.ts'
import { type CaptureOverrides, captureConstraints, SCREEN_CONSTRAINTS } from './capture-constraints.ts'
import { describeMediaError } from './describe-media-error.ts'
import { deviceIdOf, listDevices } from './list-devices.ts'
import { NO_DEVICES } from './media-device.ts'
import type { MediaPort, OpenedDevices, WantedDevices } from './media-port.ts'
import type { MediaProblem, MediaProblemKind } from './media-problem.ts'

export interface BrowserMediaOptions {
  /** `navigator.mediaDevices`; `undefined` on a page without https, whatever its type says. */
  getMediaDevices(): MediaDevices | undefined
  isSmallScreen(): boolean
  /** `navigator.permissions`, where there is one. */
  getPermissions?(): Permissions | undefined
  /** Whether sound can be sent to a chosen speaker (`setSinkId`). */
  canChooseSpeaker?(): boolean
  /** Read at each use, because a host may change its options. */
  overrides?(): CaptureOverrides
}

/** The devices of the browser. Both are asked for at once first: one prompt instead of two. */
export function browserMedia(options: BrowserMediaOptions): MediaPort {
  const { isSmallScreen, overrides = () => ({}) } = options
  const permissions = browserPermissions(() => options.getPermissions?.())

  function mediaDevices(): MediaDevices {
    const devices = options.getMediaDevices()
    if (!devices) throw new TypeError('Media devices exist on https pages only.')
    return devices
  }

  /** Ever fewer wishes: a chosen device may be gone, and a camera may not do what the host would like. */
  async function capture(wanted: WantedDevices): Promise<MediaStream> {
    const devices = mediaDevices()
    const constraints = (ids: NonNullable<WantedDevices['ids']>) =>
      captureConstraints({ ...wanted, ids }, isSmallScreen(), overrides())
    const { ids = {} } = wanted
    const hasIds = Boolean(ids.microphone || ids.camera)
    const wishes: (() => MediaStreamConstraints | Promise<MediaStreamConstraints>)[] = [
      ...(hasIds ? [() => constraints(ids), async () => constraints(await stillThere(ids, devices))] : []),
      () => constraints({}),
      () => ({ audio: wanted.microphone, video: wanted.camera }),
    ]
    let refusal: unknown
    for (const wish of wishes) {
      try {
        return await devices.getUserMedia(await wish())
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'OverconstrainedError') throw error
        refusal = error
      }
    }
    throw refusal
  }

  /**
   * A "no" that leaves the permission open was no decision: browsers without a name for that say `denied`. And
   * what is forbidden while it opens fails like a device in use.
   */
  async function reasonOf(error: unknown, asked: readonly Captured[]): Promise<MediaProblemKind> {
    const kind = describeMediaError(error)
    if (kind !== 'denied' && kind !== 'in-use') return kind
    const answers = await Promise.all(asked.map(permissions.read))
    if (kind === 'in-use') return answers.includes('denied') ? 'denied' : kind
    const isDenied = answers.some((answer) => answer === 'denied' || answer === 'unknown')
    return !isDenied && answers.includes('prompt') ? 'dismissed' : 'denied'
  }

  async function openOne(device: Captured, wanted: WantedDevices): Promise<OpenedDevices> {
    try {
      const only = { microphone: device === 'microphone', camera: device === 'camera' }
      return opened(await capture({ ...wanted, ...only }))
    } catch (error) {
      return { ...NOTHING, problems: [{ device, kind: await reasonOf(error, [device]) }] }
    }
  }

  return {
    async openDevices(wanted) {
      if (!wanted.camera) return wanted.microphone ? openOne('microphone', wanted) : NOTHING
      if (!wanted.microphone) return openOne('camera', wanted)
      try {
        return opened(await capture(wanted))
      } catch (error) {
        const kind = await reasonOf(error, ['microphone', 'camera'])
        if (kind === 'insecure-page') return { ...NOTHING, problems: bothFor(kind) }
        const openOrSkip = async (device: Captured) => {
          // Somebody closed the prompt: asking twice more would be rude. What needs no prompt is kept.
          const isAllowed = kind !== 'dismissed' || (await permissions.read(device)) === 'granted'
          return isAllowed ? openOne(device, wanted) : { ...NOTHING, problems: [{ device, kind }] }
        }
        // Together they fail when either does: one by one says which, and keeps the other.
        const microphone = await openOrSkip('microphone')
        const camera = await openOrSkip('camera')
        return {
          microphone: microphone.microphone,
          camera: camera.camera,
          ids: { microphone: microphone.ids.microphone, camera: camera.ids.camera },
          problems: [...microphone.problems, ...camera.problems],
        }
      }
    },

    async listDevices() {
      try {
        const lists = listDevices(await mediaDevices().enumerateDevices())
        return options.canChooseSpeaker?.() ? lists : { ...lists, speaker: [] }
      } catch {
        return NO_DEVICES
      }
    },

    canReduceNoise: () => options.getMediaDevices()?.getSupportedConstraints().noiseSuppression ?? false,

    watch({ onDevicesChanged, onPermissions }) {
      const devices = options.getMediaDevices()
      devices?.addEventListener('devicechange', onDevicesChanged)
      const stop = permissions.watch(onPermissions)
      return () => {
        devices?.removeEventListener('devicechange', onDevicesChanged)
        stop()
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

/** One that is gone must not take the choice of the other with it. */
async function stillThere(
  ids: NonNullable<WantedDevices['ids']>,
  devices: MediaDevices,
): Promise<NonNullable<WantedDevices['ids']>> {
  const found = new Set((await devices.enumerateDevices()).map(({ deviceId }) => deviceId))
  const kept = (id: string | undefined) => (id !== undefined && found.has(id) ? id : undefined)
  return { microphone: kept(ids.microphone), camera: kept(ids.camera) }
}

function opened(stream: MediaStream): OpenedDevices {
  const [microphone = null] = stream.getAudioTracks()
  const [camera = null] = stream.getVideoTracks()
  const ids = { microphone: deviceIdOf(microphone), camera: deviceIdOf(camera) }
  return { microphone, camera, ids, problems: [] }
}

type Captured = 'microphone' | 'camera'

const NOTHING: OpenedDevices = {
  microphone: null,
  camera: null,
  ids: { microphone: null, camera: null },
  problems: [],
}
