import type { Participant } from './participant.ts'

/** Who is in a room and who was. */
export class Attendance {
  #present: readonly Participant[] = []
  #past: readonly Participant[] = []

  /** Who is here (or on the way back), in order of arrival. */
  get present(): readonly Participant[] {
    return this.#present
  }

  /** Everybody who ever was here, the present ones first. */
  get everybody(): readonly Participant[] {
    return [...this.#present, ...this.#past]
  }

  othersThan(participant: Participant): Participant[] {
    return this.#present.filter((other) => other !== participant)
  }

  add(participant: Participant): void {
    this.#present = [...this.#present, participant]
  }

  /** Somebody is not here any more. Their tracks stay listed: else the SDK would take them for unpublished first. */
  remove(participant: Participant, at: number): void {
    this.#present = this.othersThan(participant)
    this.#past = [participant, ...this.#past]
    participant.state = 'disconnected'
    participant.leftAt = at
    participant.revision += 1
  }
}
