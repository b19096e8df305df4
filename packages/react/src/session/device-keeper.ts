import type { BackgroundPort } from '../media/background-port.ts'
import { type DeviceMemory, NOTHING_REMEMBERED, type RememberedDevices } from '../media/device-memory.ts'
import { type DeviceNews, type DevicesState, NO_DEVICES_STATE } from '../media/devices-state.ts'
import type { DeviceKind, DevicePermissions, MediaDevice } from '../media/media-device.ts'
import type { MediaPort, WantedDevices } from '../media/media-port.ts'
import type { MediaProblem } from '../media/media-problem.ts'
import type { DeviceSlot } from './device-slot.ts'
import { usingNow } from './using-now.ts'

export type Captured = 'microphone' | 'camera'

/** Knows what is plugged in and chosen, and follows it: pulled out, back again, allowed after all. */
export interface DeviceKeeper {
  getState(): DevicesState
  remembered(): RememberedDevices
  /** Which devices to ask for. */
  wishes(): NonNullable<WantedDevices['ids']>
  /** A call begins: looks at the devices and listens. */
  start(): void
  /** What was opened; `null`: the browser's default. */
  opened(device: Captured, id: string | null): void
  /** What is plugged in may have names now. */
  refresh(): Promise<void>
  /** The device of this track went away by itself. */
  lost(device: Captured, track: MediaStreamTrack): Promise<void>
  choose(kind: DeviceKind, id: string): Promise<void>
  /** With or without noise; changes the microphone that is on, and stays for later calls. */
  reduceNoise(isOn: boolean): Promise<void>
  /** `null`: none. Changes the camera that is on, and stays for later calls. */
  chooseBackground(background: string | null): Promise<void>
  rememberJoin(join: Pick<RememberedDevices, 'joinsMuted' | 'joinsWithoutCamera'>): void
  stop(): void
}

export interface DeviceKeeperOptions {
  port: Pick<MediaPort, 'listDevices' | 'watch' | 'canReduceNoise'>
  /** Without it nothing can be put behind anybody. */
  backgrounds: BackgroundPort | undefined
  memory: DeviceMemory
  slots: Readonly<Record<Captured, DeviceSlot>>
  /**
   * Opens one or both: what `wishes` says, or `ids`. `swap`: what is held stays until its successor is here.
   * Answers what failed.
   */
  open(
    devices: readonly Captured[],
    how: 'anew' | 'swap',
    ids?: NonNullable<WantedDevices['ids']>,
  ): Promise<readonly MediaProblem[]>
  /** Puts what is remembered behind the camera that is on. Answers what failed. */
  repaint(): Promise<readonly MediaProblem[]>
  onChange(): void
}

const CAPTURED: readonly Captured[] = ['microphone', 'camera']

export function createDeviceKeeper(options: DeviceKeeperOptions): DeviceKeeper {
  const { port, backgrounds, memory, slots, open, onChange } = options
  let state = NO_DEVICES_STATE
  let remembered = NOTHING_REMEMBERED
  /** The ids that were opened, where the browser told. */
  let held: Record<Captured, string | null> = { microphone: null, camera: null }
  /** What went away by itself, to be taken again. */
  let gone: Partial<Record<Captured, MediaDevice>> = {}
  /** Devices that were opened by themselves since somebody last did something: one try, not a loop. */
  let tried = new Set<Captured>()
  let newsCount = 0
  let stopWatching: (() => void) | null = null

  function set(change: Partial<DevicesState>): void {
    const next = { ...state, ...change }
    state = { ...next, using: usingNow(next.available, remembered, held, slots) }
    onChange()
  }

  function nameOf(kind: DeviceKind): string {
    const { available, using } = state
    const list = available[kind]
    const id = using[kind]
    return list.find((device) => (id === null ? device.isDefault : device.id === id))?.label ?? ''
  }

  function tell(news: Omit<DeviceNews, 'id'>): void {
    newsCount += 1
    set({ news: { ...news, id: newsCount } })
  }

  /** Whether the call of now is still on: nothing that it began opens a device after it. */
  function thisCall(): () => boolean {
    const listening = stopWatching
    return () => listening !== null && listening === stopWatching
  }

  async function refresh(): Promise<void> {
    const isOn = thisCall()
    if (!isOn()) return
    const available = await port.listDevices()
    // The same list again is no news: whoever shows it need not draw.
    const isSame = JSON.stringify(available) === JSON.stringify(state.available)
    if (isOn() && !isSame) set({ available })
  }

  async function devicesChanged(): Promise<void> {
    const isOn = thisCall()
    const speaker = { id: state.using.speaker, name: nameOf('speaker') }
    await refresh()
    if (!isOn()) return
    tried = new Set()
    if (state.using.speaker !== speaker.id) {
      const change = state.using.speaker === null ? 'replaced' : 'returned'
      tell({ device: 'speaker', change, now: nameOf('speaker'), before: speaker.name })
    }
    await Promise.all(CAPTURED.map(takeWhatIsThere))
  }

  /** Takes a device that is back, or any at all where there was none. */
  async function takeWhatIsThere(device: Captured): Promise<void> {
    const { status, problem } = slots[device].state
    const isMissing = status === 'off' && problem?.kind === 'no-device'
    const wanted = gone[device]?.id ?? remembered[device]
    const back = state.available[device].find(({ id }) => id === wanted)
    if (back && (isMissing || (status === 'on' && state.using[device] !== back.id))) {
      const before = isMissing ? '' : nameOf(device)
      gone = { ...gone, [device]: undefined }
      await open([device], isMissing ? 'anew' : 'swap', { [device]: back.id })
      if (state.using[device] === back.id && slots[device].state.status === 'on')
        tell({ device, change: 'returned', now: back.label, before })
      return
    }
    // Another camera than the one that was on might show what nobody meant to show.
    const mayTakeAny = device === 'microphone' || !gone.camera
    if (isMissing && mayTakeAny && state.available[device].length > 0) await open([device], 'anew')
  }

  function permissionsChanged(permissions: DevicePermissions): void {
    const before = state.permissions
    set({ permissions })
    const allowed: Captured[] = []
    for (const device of CAPTURED) {
      const { status, problem } = slots[device].state
      const answer = permissions[device]
      if (status !== 'off' || !problem || answer === before[device]) continue
      const { kind } = problem
      if (answer === 'granted' && (kind === 'denied' || kind === 'dismissed')) allowed.push(device)
      // What is forbidden while it opens fails like a device in use, and may do so first.
      if (answer === 'denied' && (kind === 'dismissed' || kind === 'in-use' || gone[device]))
        slots[device].blame({ device, kind: 'denied' })
      if (answer === 'prompt' && kind === 'denied') slots[device].blame({ device, kind: 'dismissed' })
    }
    if (allowed.length > 0) void open(allowed, 'anew')
    else void refresh()
  }

  function withBackground(): Pick<DevicesState, 'background'> {
    const offer = backgrounds?.offer()
    return { background: offer ? { using: remembered.background, images: offer.images ?? [] } : null }
  }

  function remember(change: Partial<RememberedDevices>): void {
    remembered = { ...remembered, ...change }
    memory.write(remembered)
  }

  return {
    getState: () => state,
    remembered: () => remembered,
    wishes() {
      const wish = (device: Captured) => {
        const id = remembered[device]
        return id === null || id === gone[device]?.id ? undefined : id
      }
      return { microphone: wish('microphone'), camera: wish('camera') }
    },
    start() {
      stopWatching?.()
      remembered = memory.read()
      set({ reducesNoise: port.canReduceNoise() ? remembered.reducesNoise : null, ...withBackground() })
      stopWatching = port.watch({
        onDevicesChanged: () => void devicesChanged(),
        onPermissions: permissionsChanged,
      })
    },
    opened(device, id) {
      held = { ...held, [device]: id }
      set({})
    },
    refresh,
    async lost(device, track) {
      const isOn = thisCall()
      const id = state.using[device]
      const known = state.available[device].find((found) => found.id === id)
      gone = { ...gone, [device]: known ?? { id: id ?? '', label: track.label, isDefault: false } }
      const kind = state.permissions[device] === 'denied' ? 'denied' : 'no-device'
      if (device === 'camera' || kind === 'denied' || tried.has(device)) {
        slots[device].lose(track, { device, kind })
        await refresh()
        // Listed still: it was not pulled out. Chromium ends what was allowed in one prompt with the microphone.
        const isThere = known && state.available[device].some((found) => found.id === id)
        if (!isOn() || !isThere || kind === 'denied' || tried.has(device)) return
        // Meanwhile somebody else has decided about it.
        if (slots[device].state.problem?.kind !== kind) return
      }
      tried.add(device)
      const before = gone[device]?.label ?? ''
      await open([device], 'anew', device === 'camera' && known ? { camera: known.id } : undefined)
      await refresh()
      if (!isOn() || slots[device].state.status !== 'on') return
      if (state.using[device] !== id) return tell({ device, change: 'replaced', now: nameOf(device), before })
      gone = { ...gone, [device]: undefined }
    },
    async choose(kind, id) {
      const before = state.using[kind]
      remember({ [kind]: id })
      tried = new Set()
      if (kind === 'speaker') return set({ news: null, choiceProblem: null })
      gone = { ...gone, [kind]: undefined }
      set({ news: null, choiceProblem: null })
      const { status, problem } = slots[kind].state
      // A camera that is off stays off: it is chosen for when it comes on.
      if (status === 'off' && !problem) return
      const isOn = thisCall()
      const [refused] = await open([kind], status === 'on' ? 'swap' : 'anew')
      if (!refused || status !== 'on' || !isOn()) return
      // Phones and some drivers open one camera at a time.
      const isBusy = kind === 'camera' && refused.kind === 'in-use'
      if (isBusy && ((await open([kind], 'anew')).length === 0 || !isOn())) return
      remember({ [kind]: before })
      if (slots[kind].state.status === 'off') await open([kind], 'anew')
      // Nothing is in use any more: then the device itself says why.
      if (slots[kind].state.status === 'on') set({ choiceProblem: refused })
    },
    async reduceNoise(isOn) {
      remember({ reducesNoise: isOn })
      set({ reducesNoise: port.canReduceNoise() ? isOn : null })
      // A browser hands out an open microphone as it is: only a closed one is opened otherwise.
      if (slots.microphone.state.status === 'on') await open(['microphone'], 'anew')
    },
    async chooseBackground(background) {
      const before = remembered.background
      remember({ background })
      set({ news: null, choiceProblem: null, ...withBackground() })
      const { status, problem } = slots.camera.state
      // A camera that is off stays off, unless nothing but the background kept it off.
      if (status === 'off' && problem?.kind !== 'background') return
      const [refused] = await (status === 'on' ? options.repaint() : open(['camera'], 'anew'))
      if (!refused || status !== 'on' || remembered.background !== background) return
      remember({ background: before })
      set({ choiceProblem: refused, ...withBackground() })
    },
    rememberJoin: remember,
    stop() {
      stopWatching?.()
      stopWatching = null
      held = { microphone: null, camera: null }
      gone = {}
      tried = new Set()
      set({ news: null, choiceProblem: null })
    },
  }
}
