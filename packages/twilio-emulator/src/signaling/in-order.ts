import type { Timers } from '../clock/timers.ts'

/**
 * Does things one after the other, each no sooner than its delay. Without a delay, and nothing waiting, at once; then
 * what is thrown reaches the caller, who otherwise waits for nothing any more.
 */
export class InOrder {
  readonly #timers: Timers
  readonly #now: () => number
  readonly #waiting: { at: number; task: () => void }[] = []

  constructor({ timers, now }: { timers: Timers; now: () => number }) {
    this.#timers = timers
    this.#now = now
  }

  push(delayMs: number, task: () => void): void {
    if (delayMs <= 0 && this.#waiting.length === 0) {
      task()
      return
    }
    this.#waiting.push({ at: this.#now() + delayMs, task })
    if (this.#waiting.length === 1) this.#wait()
  }

  #wait(): void {
    const [next] = this.#waiting
    if (!next) return
    this.#timers.after(Math.max(0, next.at - this.#now()), () => {
      this.#waiting.shift()
      this.#wait()
      try {
        next.task()
      } catch {
        // Said too late for an answer.
      }
    })
  }
}
