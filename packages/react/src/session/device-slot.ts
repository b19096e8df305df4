import type { LocalDeviceState } from '../media/local-media-state.ts'
import type { MediaProblem } from '../media/media-problem.ts'

/** The place of one device: nothing, being opened, or held. Nobody else stops its tracks. */
export interface DeviceSlot {
  readonly state: LocalDeviceState
  /** What the device gives: one track, or the picture and the sound of a shared tab. */
  readonly tracks: readonly MediaStreamTrack[]
  /** The device is being asked for. The number names this try. */
  begin(): number
  /** The answer to a try; no tracks: it failed. What arrives after the slot moved on is stopped at once. */
  settle(turn: number, tracks: readonly MediaStreamTrack[], problem: MediaProblem | null): void
  /** Gives up this track, if it is still the one held. */
  lose(track: MediaStreamTrack, problem: MediaProblem | null): void
  /** Lets go of the device: the light goes out. */
  release(): void
}

const OFF: LocalDeviceState = { status: 'off', problem: null }
const STARTING: LocalDeviceState = { status: 'starting', problem: null }
const ON: LocalDeviceState = { status: 'on', problem: null }
const NOTHING: readonly MediaStreamTrack[] = []

/**
 * @param onChange called after each change; released tracks are stopped only after it, so that the room
 * can unpublish first and the others never see a frozen picture.
 * @param whenLost what to say when the device goes away by itself: unplugged, or "Stop sharing" in the browser.
 */
export function createDeviceSlot(onChange: () => void, whenLost: MediaProblem | null): DeviceSlot {
  let turn = 0
  let state = OFF
  let tracks = NOTHING

  function become(next: LocalDeviceState, held: readonly MediaStreamTrack[]): void {
    const old = tracks
    state = next
    tracks = held
    onChange()
    for (const track of old) track.stop()
  }

  function lose(track: MediaStreamTrack, problem: MediaProblem | null): void {
    if (tracks[0] === track) become({ status: 'off', problem }, NOTHING)
  }

  return {
    get state() {
      return state
    },
    get tracks() {
      return tracks
    },
    begin() {
      turn += 1
      become(STARTING, NOTHING)
      return turn
    },
    settle(asked, arrived, problem) {
      if (asked !== turn) {
        for (const track of arrived) track.stop()
        return
      }
      const [main] = arrived
      if (!main) return become({ status: 'off', problem }, NOTHING)
      main.addEventListener('ended', () => lose(main, whenLost))
      become(ON, arrived)
    },
    lose,
    release() {
      turn += 1
      if (state !== OFF) become(OFF, NOTHING)
    },
  }
}
