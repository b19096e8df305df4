import { describe, expect, it } from 'vitest'
import { CALL_PATHS, checkCall, checkReads } from './check-call.ts'
import { HISTORIES, type History } from './histories.ts'
import type { Policy } from './oracle.ts'
import { PEOPLE, type Person } from './people.ts'
import { iso, isPossible, type Slot, type Stage, stage } from './stage.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SLOT: Slot = { start: Date.parse('2026-11-22T14:00:00Z'), end: Date.parse('2026-11-22T15:00:00Z') }

const POLICIES: Record<string, Policy> = {
  'the default policy': { opensMinutesBefore: 15, closesMinutesAfter: 0, ttlSeconds: 3600 },
  'grace and a short token': { opensMinutesBefore: 5, closesMinutesAfter: 30, ttlSeconds: 600 },
  'the longest grace and token': { opensMinutesBefore: 0, closesMinutesAfter: 60, ttlSeconds: 86_400 },
}

describe.each(Object.entries(POLICIES))('under %s', (_name, policy) => {
  it.each(PEOPLE.map((person) => [person.name, person] as const))(
    'answers %s as the table says, whatever happened and whenever they ask',
    async (_who, person) => {
      const wrong = new Differences()
      for (const history of HISTORIES.filter((one) => isPossible(person, one))) {
        for (const now of instantsOf(policy)) await askEverything(person, history, policy, now, wrong)
      }
      expect(wrong.lines()).toEqual([])
      expect(wrong.asked).toBeGreaterThan(600)
    },
  )
})

/** Each boundary a millisecond before, at, and a millisecond after; and the quiet times between. */
function instantsOf(policy: Policy): number[] {
  const boundaries = [
    SLOT.start - policy.opensMinutesBefore * MINUTE,
    SLOT.start,
    SLOT.end,
    SLOT.end + policy.closesMinutesAfter * MINUTE,
    // The last second that is worth a token.
    SLOT.end + HOUR - 1000,
    SLOT.end + HOUR,
  ]
  const quiet = [SLOT.start - 2 * HOUR, SLOT.start + 30 * MINUTE, SLOT.end + 45 * MINUTE, SLOT.end + 3 * HOUR]
  return [...new Set([...boundaries.flatMap((at) => [at - 1, at, at + 1]), ...quiet])].sort()
}

async function askEverything(
  person: Person,
  history: History,
  policy: Policy,
  now: number,
  wrong: Differences,
): Promise<void> {
  const question = { person, policy, now }
  let untouched: Stage | null = null
  for (const path of CALL_PATHS) {
    const here: Stage = untouched ?? (await stage(person, history, policy, SLOT))
    const { differences, isUntouched } = await checkCall(here, path, question)
    untouched = isUntouched ? here : null
    wrong.add(`${history.name}: ${path}`, differences, now)
  }
  const here = untouched ?? (await stage(person, history, policy, SLOT))
  wrong.add(`${history.name}: reading`, await checkReads(here, question), now)
}

/** What differs, once each, with when it first does. */
class Differences {
  asked = 0
  readonly #found = new Map<string, number[]>()

  add(call: string, differences: string[], now: number): void {
    this.asked += 1
    for (const difference of differences) {
      const line = `${call} ${difference}`
      this.#found.set(line, [...(this.#found.get(line) ?? []), now])
    }
  }

  lines(): string[] {
    return Array.from(
      this.#found,
      ([line, [first = 0, ...more]]) => `${iso(first)} (+${more.length}) ${line}`,
    )
  }
}
