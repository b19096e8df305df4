import {
  type DeviceKind,
  type DeviceLists,
  type DevicePermissions,
  type MediaDevice,
  UNKNOWN_PERMISSIONS,
} from '../media/media-device.ts'
import type {
  MediaListener,
  MediaPort,
  OpenedDevices,
  OpenedScreen,
  WantedDevices,
} from '../media/media-port.ts'
import type { MediaProblemKind } from '../media/media-problem.ts'

import {
  createCameraPicture,
  createScreenPicture,
  type PaintedPicture,
} from '../room/fake/painted-picture.ts'
import { createSilentMicrophone } from './silent-microphone.ts'

/** Devices without a computer: they open at once, unless a test refuses or holds them. */
export interface FakeMedia extends MediaPort {
  /** Every track that was ever handed out. */
  readonly tracks: readonly MediaStreamTrack[]
  /** The tracks that nobody has stopped yet: the lights that are on. */
  readonly live: readonly MediaStreamTrack[]
  /** How often devices were asked for. */
  readonly asked: number
  /** What was asked for last. */
  readonly lastAsked: WantedDevices | null
  /** How many calls are listening: 0 while none is open. */
  readonly listening: number
  /** From now on a device is refused; `null` allows it again. The picker of screens is closed by `dismissed`. */
  refuse(device: 'microphone' | 'camera' | 'screen', kind: MediaProblemKind | null): void
  /** Prompts stay open until the answer is called. */
  holdPrompts(): () => void
  /** Plugs a device in. */
  plug(kind: DeviceKind, id: string, label?: string): void
  /** Pulls a device out: what it was giving ends. */
  unplug(kind: DeviceKind, id: string): void
  /** The person changes their mind in the browser's own settings. A permission taken back ends its tracks. */
  permit(change: Partial<DevicePermissions>): void
}

const PLUGGED_IN: DeviceLists = {
  microphone: [{ id: 'built-in', label: 'Built-in microphone', isDefault: true }],
  camera: [{ id: 'webcam', label: 'Webcam', isDefault: true }],
  speaker: [{ id: 'speakers', label: 'Built-in speakers', isDefault: true }],
}

type Captured = 'microphone' | 'camera'

export function createFakeMedia(
  options: {
    screenHasSound?: boolean
    /** What is plugged in; by default one of each. The first of each kind is the default. */
    devices?: Partial<DeviceLists>
  } = {},
): FakeMedia {
  const tracks: MediaStreamTrack[] = []
  const sources: { track: MediaStreamTrack; kind: DeviceKind; id: string }[] = []
  const refused = new Map<string, MediaProblemKind>()
  const listeners = new Set<MediaListener>()
  let lists: DeviceLists = { ...PLUGGED_IN, ...options.devices }
  let permissions = UNKNOWN_PERMISSIONS
  let gate: Promise<void> = Promise.resolve()
  let asked = 0
  let lastAsked: WantedDevices | null = null

  function hand(track: MediaStreamTrack): MediaStreamTrack {
    tracks.push(track)
    return track
  }

  const make = {
    microphone: () => hand(createSilentMicrophone()),
    camera: () => hand(livePicture(createCameraPicture('me'))),
    screen: () => hand(livePicture(createScreenPicture())),
  }

  function open(device: Captured, id: string | undefined) {
    const list = lists[device]
    const found = list.find((one) => one.id === id) ?? list.find(({ isDefault }) => isDefault) ?? list[0]
    const kind = refused.get(device) ?? (found ? null : 'no-device')
    if (kind || !found) return { track: null, id: null, problems: [{ device, kind: kind ?? 'no-device' }] }
    const track = make[device]()
    sources.push({ track, kind: device, id: found.id })
    return { track, id: found.id, problems: [] }
  }

  const nothing = { track: null, id: null, problems: [] }

  /** Ends tracks as a browser does: they stop, and say so. */
  function end(isMeant: (source: (typeof sources)[number]) => boolean): void {
    for (const source of sources.filter((one) => isMeant(one) && one.track.readyState === 'live')) {
      source.track.stop()
      source.track.dispatchEvent(new Event('ended'))
    }
  }

  function change(kind: DeviceKind, devices: readonly MediaDevice[]): void {
    lists = { ...lists, [kind]: devices.map((device, index) => ({ ...device, isDefault: index === 0 })) }
  }

  const tellOfDevices = () => {
    for (const listener of [...listeners]) listener.onDevicesChanged()
  }

  return {
    tracks,
    get live() {
      return tracks.filter((track) => track.readyState === 'live')
    },
    get asked() {
      return asked
    },
    get lastAsked() {
      return lastAsked
    },
    get listening() {
      return listeners.size
    },
    async openDevices(wanted): Promise<OpenedDevices> {
      asked += 1
      lastAsked = wanted
      await gate
      const microphone = wanted.microphone ? open('microphone', wanted.ids?.microphone) : nothing
      const camera = wanted.camera ? open('camera', wanted.ids?.camera) : nothing
      return {
        microphone: microphone.track,
        camera: camera.track,
        ids: { microphone: microphone.id, camera: camera.id },
        problems: [...microphone.problems, ...camera.problems],
      }
    },
    async openScreen(): Promise<OpenedScreen> {
      await gate
      const kind = refused.get('screen')
      if (kind) return { ok: false, problem: kind === 'dismissed' ? null : { device: 'screen', kind } }
      return { ok: true, video: make.screen(), audio: options.screenHasSound ? make.microphone() : null }
    },
    listDevices: async () => lists,
    canReduceNoise: () => true,
    watch(listener) {
      listeners.add(listener)
      listener.onPermissions(permissions)
      return () => void listeners.delete(listener)
    },
    refuse(device, kind) {
      if (kind) refused.set(device, kind)
      else refused.delete(device)
    },
    holdPrompts() {
      let answer = () => {}
      gate = new Promise((resolve) => {
        answer = resolve
      })
      return answer
    },
    plug(kind, id, label = id) {
      change(kind, [...lists[kind], { id, label, isDefault: false }])
      tellOfDevices()
    },
    unplug(kind, id) {
      change(
        kind,
        lists[kind].filter((device) => device.id !== id),
      )
      end((source) => source.kind === kind && source.id === id)
      tellOfDevices()
    },
    permit(answers) {
      permissions = { ...permissions, ...answers }
      for (const device of ['microphone', 'camera'] as const) {
        if (answers[device] === undefined) continue
        if (answers[device] === 'denied') {
          refused.set(device, 'denied')
          end((source) => source.kind === device)
        } else refused.delete(device)
      }
      for (const listener of [...listeners]) listener.onPermissions(permissions)
    },
  }
}

/** A device is live until it is stopped, whether or not somebody watches. */
function livePicture(picture: PaintedPicture): MediaStreamTrack {
  picture.watch()
  return picture.track
}
