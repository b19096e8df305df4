import { isMeetingsError } from '@meetings/server'
import { describe, expect, it } from 'vitest'
import { BOOKING_CALLS } from '../permissions/check-booking-call.ts'
import { CALL_PATHS } from '../permissions/check-call.ts'
import { MODERATION_CALLS } from '../permissions/check-moderation-call.ts'
import { HISTORIES } from '../permissions/histories.ts'
import { PEOPLE } from '../permissions/people.ts'
import { BOOKING_ID, isPossible, MISSING_ID, type Stage, stage } from '../permissions/stage.ts'

const POLICY = { opensMinutesBefore: 15, closesMinutesAfter: 0, ttlSeconds: 3600 }
const SLOT = { start: Date.parse('2026-11-22T14:00:00Z'), end: Date.parse('2026-11-22T15:00:00Z') }
const STRANGERS = PEOPLE.filter(({ signedIn, part }) => signedIn && part === null)
/** Early, open, over, and long forgotten. */
const INSTANTS = ['12:00:00', '14:10:00', '15:30:00', '18:00:00'].map((time) =>
  Date.parse(`2026-11-22T${time}Z`),
)

/** Everything that can be asked about one meeting, by route. */
const QUESTIONS: readonly (readonly [route: string, ask: (here: Stage, id: string) => Promise<Response>])[] =
  [
    ...CALL_PATHS.map((path) => [path, (here: Stage, id: string) => here.post(path, id)] as const),
    ...Object.entries(BOOKING_CALLS).map(([name, { send }]) => [name, send] as const),
    ...Object.entries(MODERATION_CALLS).map(([name, { send }]) => [name, send] as const),
  ]

async function bytesOf(response: Response): Promise<string> {
  const head = Array.from(response.headers, (line) => line.join(': ')).sort()
  return [response.status, response.statusText, ...head, await response.text()].join('\n')
}

describe.each(STRANGERS.map((person) => [person.name, person] as const))('%s', (_name, person) => {
  it.each(QUESTIONS)('cannot tell from %s whether a meeting exists', async (_route, ask) => {
    for (const history of HISTORIES.filter((one) => isPossible(person, one))) {
      const here = await stage(person, history, POLICY, SLOT)
      for (const now of INSTANTS) {
        here.setTime(now)
        const theirs = await bytesOf(await ask(here, BOOKING_ID))
        // The same request id: nothing else may differ, header by header and byte by byte.
        expect(theirs).toBe(await bytesOf(await ask(here, MISSING_ID)))
        expect(theirs).toContain('BOOKING_NOT_FOUND')
      }
    }
  })

  it('cannot tell from attendance, nor from what the lists leave behind', async () => {
    for (const history of HISTORIES.filter((one) => isPossible(person, one))) {
      const here = await stage(person, history, POLICY, SLOT)
      const { user } = person
      if (user === null) throw new Error('Strangers are signed in.')
      const told = async (bookingId: string) => {
        const error: unknown = await here.meetings.api
          .attendance({ bookingId }, { user })
          .catch((thrown) => thrown)
        return isMeetingsError(error) ? JSON.stringify({ ...error, message: error.message }) : error
      }
      expect(await told(BOOKING_ID)).toBe(await told(MISSING_ID))
    }
  })
})
