import type { LocalMediaState } from '../media/local-media-state.ts'
import type { MediaPort } from '../media/media-port.ts'
import type { MediaProblem } from '../media/media-problem.ts'
import type { RoomConnection } from '../room/room-client.ts'
import { createDeviceSlot, type DeviceSlot } from './device-slot.ts'

/** This person's microphone, camera and screen, before, during and between stays in a room. */
export interface LocalMedia {
  getState(): LocalMediaState
  /** What a connect should publish from the start. */
  getTracks(): PublishedTracks
  /** Opens microphone and camera together; resolves when each is there or refused. Never rejects. */
  open(): Promise<void>
  /** From now on this room is kept in step with the devices. `already`: what its connect published. */
  enter(room: RoomConnection, already: PublishedTracks): void
  /** The room is gone; devices stay open for the next. */
  exit(): void
  toggleMicrophone(): Promise<void>
  toggleCamera(): Promise<void>
  toggleScreenShare(): Promise<void>
  /** Every device off, everything forgotten. */
  stop(): void
}

export interface PublishedTracks {
  microphone: MediaStreamTrack | null
  camera: MediaStreamTrack | null
}

type Device = MediaProblem['device']

export function createLocalMedia(port: MediaPort, onChange: (state: LocalMediaState) => void): LocalMedia {
  const slots: Record<Device, DeviceSlot> = {
    microphone: createDeviceSlot(changed, { device: 'microphone', kind: 'no-device' }),
    camera: createDeviceSlot(changed, { device: 'camera', kind: 'no-device' }),
    // A share that stops from outside was stopped by the person, in the browser's own bar.
    screen: createDeviceSlot(changed, null),
  }
  const { microphone, camera, screen } = slots
  let isMuted = false
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
      cameraTrack: held('camera'),
    }
  }

  function changed(): void {
    void publish()
    state = read()
    onChange(state)
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

  async function openDevices(wanted: { microphone: boolean; camera: boolean }): Promise<void> {
    const turns = CAPTURED.filter((device) => wanted[device]).map((device) => ({
      device,
      turn: slots[device].begin(),
    }))
    const opened = await port.openDevices(wanted)
    for (const { device, turn } of turns) {
      const track = opened[device]
      const problem = opened.problems.find((found) => found.device === device) ?? null
      slots[device].settle(turn, track ? [track] : [], problem)
    }
    await publish()
  }

  function setMuted(muted: boolean): void {
    isMuted = muted
    room?.setMuted(muted)
    changed()
  }

  return {
    getState: () => state,
    getTracks: () => ({ microphone: held('microphone'), camera: held('camera') }),
    open: () => openDevices({ microphone: true, camera: true }),
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
      await openDevices({ microphone: true, camera: false })
    },
    async toggleCamera() {
      if (camera.state.status !== 'off') return camera.release()
      await openDevices({ microphone: false, camera: true })
    },
    async toggleScreenShare() {
      if (screen.state.status !== 'off') return screen.release()
      const turn = screen.begin()
      const opened = await port.openScreen()
      const tracks = opened.ok ? [opened.video, ...(opened.audio ? [opened.audio] : [])] : []
      screen.settle(turn, tracks, opened.ok ? null : opened.problem)
      await publish()
    },
    stop() {
      for (const device of DEVICES) slots[device].release()
      if (isMuted) setMuted(false)
    },
  }
}

const DEVICES = ['microphone', 'camera', 'screen'] as const
const CAPTURED = ['microphone', 'camera'] as const
const NOTHING: Readonly<Record<Device, null>> = { microphone: null, camera: null, screen: null }
