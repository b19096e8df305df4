/** A clock that stands still until it is moved. */
export interface FixedClock {
  now(): Date
  /** Moves the clock forward, in milliseconds. */
  advance(ms: number): void
  /** Sets the clock to an instant, ISO 8601. */
  set(iso: string): void
}

/** A clock for tests: `createMeetings({ now: clock.now, ... })`. */
export function fixedClock(iso: string): FixedClock {
  let time = parse(iso)
  return {
    now: () => new Date(time),
    advance: (ms) => {
      time += ms
    },
    set: (next) => {
      time = parse(next)
    },
  }
}

function parse(iso: string): number {
  const time = Date.parse(iso)
  if (Number.isNaN(time)) throw new TypeError(`fixedClock: "${iso}" is no ISO 8601 time.`)
  return time
}
