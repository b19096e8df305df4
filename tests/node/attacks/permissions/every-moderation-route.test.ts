import { describe, expect, it } from 'vitest'
import { checkModerationCall, MODERATION_CALLS } from './check-moderation-call.ts'
import { HISTORIES } from './histories.ts'
import { PEOPLE } from './people.ts'
import { iso, isPossible, type Slot, stage } from './stage.ts'

const HOUR = 3_600_000
const SLOT: Slot = { start: Date.parse('2026-11-22T14:00:00Z'), end: Date.parse('2026-11-22T15:00:00Z') }
const POLICY = { opensMinutesBefore: 15, closesMinutesAfter: 0, ttlSeconds: 3600 }
/** Early, open, over, and long forgotten. */
const INSTANTS = [SLOT.start - 2 * HOUR, SLOT.start, SLOT.end, SLOT.end + 3 * HOUR]

describe.each(Object.keys(MODERATION_CALLS))('%s', (name) => {
  it.each(PEOPLE.map((person) => [person.name, person] as const))(
    'answers %s as the table says, whatever happened and whenever they ask',
    async (_who, person) => {
      const wrong: string[] = []
      for (const history of HISTORIES.filter((one) => isPossible(person, one))) {
        for (const now of INSTANTS) {
          const here = await stage(person, history, POLICY, SLOT)
          const differences = await checkModerationCall(here, name, { person, now })
          wrong.push(...differences.map((difference) => `${iso(now)} ${history.name}: ${difference}`))
        }
      }
      expect(wrong).toEqual([])
    },
  )
})
