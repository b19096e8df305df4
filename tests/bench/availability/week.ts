// One host's working week in Berlin, and random busy time: what both sides are asked about.
import type { AvailabilityInput } from '../../../packages/server/src/availability/open-slots.ts'

const DAY = 86_400_000
const MINUTE = 60_000
/** Berlin sets its clocks forward four weeks later. */
const FIRST_DAY = '2026-03-01'

export interface Question {
  input: AvailabilityInput & { from: number; to: number }
  /** The viewer's dates, both included. */
  range: { from: string; to: string; timeZone: string }
}

/** Nine to five with a lunch break, half hours, some days off; asked for by somebody in New York. */
export function question(days: number, busyRanges: number): Question {
  const from = Date.parse(`${FIRST_DAY}T05:00:00Z`)
  const to = from + days * DAY
  const random = mulberry(20_261_122)
  const busy = Array.from({ length: busyRanges }, () => {
    const start = from + Math.floor((random() * (to - from)) / (5 * MINUTE)) * 5 * MINUTE
    return { start, end: start + (1 + Math.floor(random() * 12)) * 5 * MINUTE }
  })
  const weekly = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: '09:00', to: '12:30' },
    { weekday, from: '13:15', to: '17:00' },
  ])
  return {
    input: {
      rules: {
        durationMinutes: 30,
        stepMinutes: 15,
        bufferBeforeMinutes: 5,
        bufferAfterMinutes: 10,
        minimumNoticeMinutes: 120,
        furthestDays: 365,
        dailyMaximum: 8,
      },
      hostMode: 'any',
      hosts: [
        {
          hostId: 'host',
          schedule: {
            timeZone: 'Europe/Berlin',
            weekly,
            overrides: [{ date: '2026-03-07', intervals: [{ from: '10:00', to: '12:00' }] }],
            timeOff: [{ from: '2026-03-16', to: '2026-03-17' }],
          },
          busy,
          bookedStarts: busy.slice(0, busyRanges / 5).map(({ start }) => start),
        },
      ],
      now: from,
      from,
      to,
    },
    range: {
      from: FIRST_DAY,
      to: new Date(to - DAY).toISOString().slice(0, 10),
      timeZone: 'America/New_York',
    },
  }
}

/** A small generator with a seed: the same numbers in every run. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
