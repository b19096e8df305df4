import type { Timers } from './timers.ts'

/** Time that stands still until it is moved; `now` starts at zero milliseconds. */
export interface ManualTimers extends Timers {
  now(): number
  /** How many timers have not fired yet. */
  readonly pending: number
  advance(ms: number): void
}

/** Timers for tests: `advance` fires what is due, in order, including what those callbacks start. */
export function manualTimers(): ManualTimers {
  let time = 0
  let waiting: { at: number; callback: () => void }[] = []
  return {
    now: () => time,
    get pending() {
      return waiting.length
    },
    after(ms, callback) {
      const timer = { at: time + ms, callback }
      waiting.push(timer)
      return () => {
        waiting = waiting.filter((other) => other !== timer)
      }
    },
    advance(ms) {
      const end = time + ms
      for (;;) {
        const due = waiting.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        time = due.at
        waiting = waiting.filter((timer) => timer !== due)
        due.callback()
      }
      time = end
    },
  }
}
