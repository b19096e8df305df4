import type { Cancel, Timers } from '../clock/timers.ts'

const MINUTE_MS = 60_000

/** When a room that nobody is in ends by itself. */
export class RoomExpiry {
  readonly #timers: Timers
  readonly #onOver: () => void
  #cancel: Cancel = () => {}

  constructor(timers: Timers, onOver: () => void) {
    this.#timers = timers
    this.#onOver = onOver
  }

  /** From now on; replaces what was said before. */
  inMinutes(minutes: number): void {
    this.stop()
    this.#cancel = this.#timers.after(minutes * MINUTE_MS, this.#onOver)
  }

  stop(): void {
    this.#cancel()
  }
}
