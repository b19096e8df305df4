import { describe, expect, it } from 'vitest'
import { BOOKING_CALLS, type BookingCallName, checkBookingCall } from './check-booking-call.ts'
import { HISTORIES } from './histories.ts'
import { PEOPLE } from './people.ts'
import { CUTOFF_MINUTES, iso, isPossible, type Slot, stage } from './stage.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SLOT: Slot = { start: Date.parse('2026-11-22T14:00:00Z'), end: Date.parse('2026-11-22T15:00:00Z') }
const POLICY = { opensMinutesBefore: 15, closesMinutesAfter: 0, ttlSeconds: 3600 }
const NAMES = Object.keys(BOOKING_CALLS) as BookingCallName[]

/** Each boundary a millisecond before, at, and a millisecond after; and the quiet times between. */
const INSTANTS = [
  SLOT.start - 3 * HOUR,
  ...[SLOT.start - CUTOFF_MINUTES * MINUTE, SLOT.start, SLOT.end, SLOT.end + HOUR].flatMap((at) => [
    at - 1,
    at,
    at + 1,
  ]),
  SLOT.start - HOUR,
  SLOT.start + HOUR / 2,
  SLOT.end + 3 * HOUR,
]

describe.each(NAMES)('%s', (name) => {
  it.each(PEOPLE.map((person) => [person.name, person] as const))(
    'answers %s as the table says, whatever happened and whenever they ask',
    async (_who, person) => {
      const wrong: string[] = []
      let asked = 0
      for (const history of HISTORIES.filter((one) => isPossible(person, one))) {
        for (const now of INSTANTS) {
          const here = await stage(person, history, POLICY, SLOT)
          const differences = await checkBookingCall(here, name, { person, now })
          asked += 1
          wrong.push(...differences.map((difference) => `${iso(now)} ${history.name}: ${difference}`))
        }
      }
      expect(wrong).toEqual([])
      expect(asked).toBeGreaterThan(100)
    },
  )
})
