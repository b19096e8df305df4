import type { Clock } from './meeting-clock.ts'

/** The browser's own clock and timers, looked up at each use so that a test's fake timers are honoured. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, task) {
      const timer = setTimeout(task, ms)
      return () => clearTimeout(timer)
    },
  }
}
