import type { RecordingState } from '../signaling/server-message.ts'
import type { Participant } from './participant.ts'

/** Whether a room is recorded, as far as clients see it: only one in which somebody publishes is. Nothing is kept. */
export class Recording {
  state: RecordingState = { is_recording: false, revision: 1 }
  #isWanted: boolean

  constructor(isWanted: boolean) {
    this.#isWanted = isWanted
  }

  /** From the next `refresh` on. */
  want(isWanted: boolean): void {
    this.#isWanted = isWanted
  }

  /** Looks again at who publishes. True when there is news. */
  refresh(present: readonly Participant[]): boolean {
    const isRecording = this.#isWanted && present.some(({ readyTracks }) => readyTracks.length > 0)
    if (isRecording === this.state.is_recording) return false
    this.state = { is_recording: isRecording, revision: this.state.revision + 1 }
    return true
  }
}
