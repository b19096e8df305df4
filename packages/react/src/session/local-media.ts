import type { BackgroundPort } from '../media/background-port.ts'
import {
  type DeviceMemory,
  NOTHING_REMEMBERED,
  pageDeviceMemory,
  type RememberedDevices,
} from '../media/device-memory.ts'
import type { LocalMediaState } from '../media/local-media-state.ts'
import type { DeviceKind } from '../media/media-device.ts'
import type { MediaPort } from '../media/media-port.ts'
import type { MediaProblem } from '../media/media-problem.ts'
import type { RoomConnection } from '../room/room-client.ts'
import { type Captured, createDeviceKeeper } from './device-keeper.ts'
import { createDeviceSlot, type DeviceSlot } from './device-slot.ts'
import { createPaintedCamera, NOT_PAINTED } from './painted-camera.ts'

/** This person's microphone, camera and screen, before, during and between stays in a room. */
export interface LocalMedia {
  getState(): LocalMediaState
  /** What a connect should publish from the start. */
  getTracks(): PublishedTracks
  /**
   * Opens microphone and camera together; resolves when each is there or refused. Never rejects.
   * `as-remembered`: muted or without camera, as the person last went through the lobby. `as-left`: as they
   * were when the last call stopped, so that nobody who was muted is heard after trying again.
   */
  open(how: 'fresh' | 'as-remembered' | 'as-left'): Promise<void>
  /** From now on this room is kept in step with the devices. `already`: what its connect published. */
  enter(room: RoomConnection, already: PublishedTracks): void
  /** The room is gone; devices stay open for the next. */
  exit(): void
  toggleMicrophone(): Promise<void>
  toggleCamera(): Promise<void>
  toggleScreenShare(): Promise<void>
  /** Uses this device from now on, and the next time. Resolves when it is in use or refused. */
  choose(kind: DeviceKind, id: string): Promise<void>
  /** Takes noise out of the voice, or leaves it in. Resolves when the microphone does so. */
  reduceNoise(isOn: boolean): Promise<void>
  /** Puts this behind the person; `null`: nothing. Resolves when it is there or refused. */
  chooseBackground(background: string | null): Promise<void>
  /** The next time through the lobby begins as it is now: muted or not, with camera or without. */
  rememberJoin(): void
  /** Every device off, everything forgotten. */
  stop(): void
}

export interface PublishedTracks {
  microphone: MediaStreamTrack | null
  camera: MediaStreamTrack | null
}

type Device = MediaProblem['device']

export function createLocalMedia(
  ports: { devices: MediaPort; memory?: DeviceMemory | undefined; backgrounds?: BackgroundPort | undefined },
  onChange: (state: LocalMediaState) => void,
): LocalMedia {
  const { devices: port, memory = pageDeviceMemory(), backgrounds } = ports
  const slots: Record<Device, DeviceSlot> = {
    microphone: createDeviceSlot(changed, (track) => void keeper.lost('microphone', track)),
    camera: createDeviceSlot(changed, (track) => {
      // The camera still works: it is the picture that cannot be painted any more.
      if (camera.tracks[1]?.readyState === 'live') camera.lose(track, NOT_PAINTED)
      else void keeper.lost('camera', track)
    }),
    // A share that stops from outside was stopped by the person, in the browser's own bar.
    screen: createDeviceSlot(changed, (track) => slots.screen.lose(track, null)),
  }
  const keeper = createDeviceKeeper({
    ...{ port, backgrounds, memory, slots },
    repaint: () => paintedCamera.repaint(),
    open: async (...wish) => {
      const { problems, painted } = await openDevices(...wish)
      return [...problems, ...(await painted)]
    },
    onChange: tell,
  })
  const { microphone, camera, screen } = slots
  const paintedCamera = createPaintedCamera(camera, backgrounds, () => keeper.remembered().background)
  let isMuted = false
  let left: ReturnType<typeof asNow> = NOTHING_REMEMBERED
  let room: RoomConnection | null = null
  let published: Record<Device, MediaStreamTrack | null> = { ...NOTHING }
  let state = read()

  function held(device: Device): MediaStreamTrack | null {
    return slots[device].tracks[0] ?? null
  }

  function read(): LocalMediaState {
    return {
      microphone: microphone.state,
      isMuted,
      camera: camera.state,
      screen: screen.state,
      microphoneTrack: held('microphone'),
      cameraTrack: held('camera'),
      devices: keeper.getState(),
    }
  }

  function tell(): void {
    state = read()
    onChange(state)
  }

  function changed(): void {
    void publish()
    tell()
  }

  /** Brings the room in step with the devices. What is in step already costs nothing. */
  async function publish(): Promise<void> {
    const entered = room
    if (!entered) return
    const publishers: Record<Device, (track: MediaStreamTrack | null) => Promise<void>> = {
      microphone: (track) => entered.setMicrophone(track),
      camera: (track) => entered.setCamera(track),
      screen: (track) => entered.setScreen(track && { video: track, audio: screen.tracks[1] ?? null }),
    }
    const changes = DEVICES.filter((device) => published[device] !== held(device)).map(async (device) => {
      const track = held(device)
      published[device] = track
      try {
        await publishers[device](track)
      } catch {
        // Nobody can receive it: do not pretend to send, and do not keep the light on.
        if (track && room === entered) slots[device].lose(track, { device, kind: 'unknown' })
      }
    })
    await Promise.all(changes)
  }

  /** Resolves when the devices are open or refused; nobody waits for what is painted behind a person but `painted`. */
  async function openDevices(
    devices: readonly Captured[],
    how: 'anew' | 'swap' = 'anew',
    ids = keeper.wishes(),
  ): Promise<{ problems: readonly MediaProblem[]; painted: Promise<readonly MediaProblem[]> }> {
    const turns = devices.map((device) => ({
      device,
      turn: how === 'swap' ? slots[device].beginSwap() : slots[device].begin(),
    }))
    const background = devices.includes('camera') ? paintedCamera.fetch() : null
    let painted: Promise<readonly MediaProblem[]> = Promise.resolve([])
    const opened = await port.openDevices({
      microphone: devices.includes('microphone'),
      camera: devices.includes('camera'),
      ids,
      ...(!keeper.remembered().reducesNoise && { reducesNoise: false }),
    })
    for (const { device, turn } of turns) {
      const track = opened[device]
      const problem = opened.problems.find((found) => found.device === device) ?? null
      const isOpen = () => {
        if (track && slots[device].tracks.includes(track)) keeper.opened(device, opened.ids[device])
      }
      if (track && device === 'camera' && background) {
        painted = paintedCamera.show(turn, track, background).finally(isOpen)
      } else {
        slots[device].settle(turn, track ? [track] : [], problem)
        isOpen()
      }
    }
    // Once a permission is granted, devices have names.
    void keeper.refresh()
    await publish()
    return { problems: opened.problems, painted }
  }

  function asNow(): Pick<RememberedDevices, 'joinsMuted' | 'joinsWithoutCamera'> {
    const { status, problem } = camera.state
    return { joinsMuted: isMuted, joinsWithoutCamera: status === 'off' && !problem }
  }

  function setMuted(muted: boolean): void {
    isMuted = muted
    room?.setMuted(muted)
    changed()
  }

  return {
    getState: () => state,
    getTracks: () => ({ microphone: held('microphone'), camera: held('camera') }),
    async open(how) {
      keeper.start()
      const { joinsMuted, joinsWithoutCamera } =
        how === 'as-left' ? left : how === 'as-remembered' ? keeper.remembered() : NOTHING_REMEMBERED
      if (joinsMuted) setMuted(true)
      await openDevices(joinsWithoutCamera ? ['microphone'] : CAPTURED)
    },
    enter(next, already) {
      room = next
      published = { ...already, screen: null }
      // The mute button may have been pressed while the connect was under way.
      room.setMuted(isMuted)
      void publish()
    },
    exit() {
      room = null
    },
    async toggleMicrophone() {
      if (microphone.state.status !== 'off') return setMuted(!isMuted)
      if (isMuted) setMuted(false)
      await openDevices(['microphone'])
    },
    async toggleCamera() {
      if (camera.state.status !== 'off') return camera.release()
      await openDevices(['camera'])
    },
    async toggleScreenShare() {
      if (screen.state.status !== 'off') return screen.release()
      const turn = screen.begin()
      const opened = await port.openScreen()
      const tracks = opened.ok ? [opened.video, ...(opened.audio ? [opened.audio] : [])] : []
      screen.settle(turn, tracks, opened.ok ? null : opened.problem)
      await publish()
    },
    choose: keeper.choose,
    reduceNoise: keeper.reduceNoise,
    chooseBackground: keeper.chooseBackground,
    rememberJoin: () => keeper.rememberJoin(asNow()),
    stop() {
      left = asNow()
      keeper.stop()
      for (const device of DEVICES) slots[device].release()
      if (isMuted) setMuted(false)
    },
  }
}

const DEVICES = ['microphone', 'camera', 'screen'] as const
const CAPTURED = ['microphone', 'camera'] as const
const NOTHING: Readonly<Record<Device, null>> = { microphone: null, camera: null, screen: null }
