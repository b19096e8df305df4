import type { MeetingClock } from '../clock/meeting-clock.ts'

/** A clock that stands still until it is moved. */
export interface TestClock extends MeetingClock {
  /** Moves on by `ms` and runs every timer that falls due on the way, in order. */
  advance(ms: number): void
  /** Moves to an instant (ISO 8601), running timers as `advance` does. */
  moveTo(iso: string): void
  /** How many timers are waiting. */
  readonly waiting: number
}

/** @param iso where it starts, ISO 8601 */
export function createTestClock(iso = '2026-11-23T09:00:00.000Z'): TestClock {
  let elapsed = Date.parse(iso)
  let correction = 0
  let order = 0
  const timers = new Map<number, { at: number; task: () => void }>()

  function nextDue(until: number): number | undefined {
    let found: number | undefined
    for (const [id, timer] of timers) {
      if (timer.at > until) continue
      const best = found === undefined ? undefined : timers.get(found)
      if (!best || timer.at < best.at) found = id
    }
    return found
  }

  function advance(ms: number): void {
    const until = elapsed + ms
    for (let id = nextDue(until); id !== undefined; id = nextDue(until)) {
      const timer = timers.get(id)
      timers.delete(id)
      if (!timer) continue
      elapsed = Math.max(elapsed, timer.at)
      timer.task()
    }
    elapsed = until
  }

  return {
    now: () => elapsed + correction,
    after(ms, task) {
      const id = order++
      timers.set(id, { at: elapsed + Math.max(0, ms), task })
      return () => void timers.delete(id)
    },
    sync(serverTime) {
      correction = Date.parse(serverTime) - elapsed
    },
    advance,
    moveTo: (to) => advance(Date.parse(to) - (elapsed + correction)),
    get waiting() {
      return timers.size
    },
  }
}
