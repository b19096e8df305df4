import type { LocalDeviceState } from '../media/local-media-state.ts'
import type { MediaProblem } from '../media/media-problem.ts'

/** The place of one device: nothing, being opened, or held. Nobody else stops its tracks. */
export interface DeviceSlot {
  readonly state: LocalDeviceState
  /**
   * What the device gives, what is published first: one track, the picture and the sound of a shared tab, or
   * a painted picture and the camera it is painted from.
   */
  readonly tracks: readonly MediaStreamTrack[]
  /** The device is being asked for. The number names this try. */
  begin(): number
  /** Another device is being asked for; the one that is held stays until its successor is here. */
  beginSwap(): number
  /** What has arrived and nobody may see yet; stopped when the slot moves on. */
  keep(turn: number, arrived: MediaStreamTrack): void
  /**
   * The answer to a try; no tracks: it failed, and what was to be swapped stays. What arrives after the
   * slot moved on is stopped at once.
   */
  settle(turn: number, tracks: readonly MediaStreamTrack[], problem: MediaProblem | null): void
  /** It is off still, and meanwhile for another reason. */
  blame(problem: MediaProblem): void
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
 * @param onLost the device goes away by itself: unplugged, or "Stop sharing" in the browser. Whoever listens
 * gives the track up.
 */
export function createDeviceSlot(
  onChange: () => void,
  onLost: (track: MediaStreamTrack) => void,
): DeviceSlot {
  let turn = 0
  let state = OFF
  let tracks = NOTHING
  let kept = NOTHING

  function become(next: LocalDeviceState, held: readonly MediaStreamTrack[]): void {
    const old = [...tracks, ...kept]
    state = next
    tracks = held
    kept = NOTHING
    onChange()
    stopAll(old)
  }

  /** But what is held: another try may have been about the same camera. */
  function stopAll(gone: readonly MediaStreamTrack[]): void {
    for (const track of gone) if (!tracks.includes(track)) track.stop()
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
    beginSwap() {
      turn += 1
      return turn
    },
    keep(asked, arrived) {
      if (asked !== turn) return stopAll([arrived])
      stopAll(kept)
      kept = [arrived]
    },
    settle(asked, arrived, problem) {
      if (asked !== turn) return stopAll(arrived)
      const [main] = arrived
      if (!main) return become(tracks.length > 0 ? state : { status: 'off', problem }, tracks)
      main.addEventListener('ended', () => {
        if (tracks[0] === main) onLost(main)
      })
      become(ON, arrived)
    },
    lose,
    blame(problem) {
      if (state.status === 'off') become({ status: 'off', problem }, NOTHING)
    },
    release() {
      turn += 1
      if (state !== OFF) become(OFF, NOTHING)
    },
  }
}
