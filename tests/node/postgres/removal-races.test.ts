import type { MeetingsUser } from '@meetings/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Call, Outcome } from '../../postgres/race/call.ts'
import { checkAftermath } from '../../postgres/race/check-aftermath.ts'
import { crowdOf, meetingOf, NOW } from '../../postgres/race/crowd.ts'
import { openRaceDatabase, type RaceDatabase } from '../../postgres/race/race-database.ts'
import { randomNumbers } from '../../postgres/race/random-calls.ts'
import { type Racers, startRacers } from '../../postgres/race/start-racers.ts'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'

const ROUNDS = 8
const POSSIBLE = new Set(['launch-video 200', 'launch-video REMOVED_FROM_MEETING', 'remove-participant 200'])

/** Somebody who is host, and somebody who is customer: neither can be anything else by accident. */
function pairOf(round: number) {
  const crowd = crowdOf(2, 5001 + round * 10)
  const [host, customer] = crowd as [MeetingsUser, MeetingsUser]
  return { host, customer, meeting: meetingOf(crowd) }
}

let postgres: TestPostgres
let database: RaceDatabase
let racers: Racers
beforeAll(async () => {
  postgres = await startPostgres()
  database = await openRaceDatabase(postgres)
  const { connectionString } = database
  racers = await startRacers({ connectionString, store: 'postgres', connections: 6, now: NOW, processes: 4 })
})
afterAll(async () => {
  await racers?.close()
  expect(await database?.deadlocks()).toBe(0)
  await database?.close()
  await postgres?.close()
})

describe('four processes where a host removes somebody', () => {
  it('let nobody stay in who launches at the same instant, and take the decision once', async () => {
    const answers: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const { host, customer, meeting } = pairOf(round)
      const bookingId = meeting.id
      await database.insert([meeting])
      const launch = { route: 'launch-video', bookingId, as: customer } as const
      const remove = { route: 'remove-participant', bookingId, identity: customer.id, as: host } as const
      await racers.race([launch, { ...launch, as: host }])

      const calls: Call[] = shuffled([...Array(24).fill(launch), ...Array(4).fill(remove)], round)
      const { outcomes, events } = await racers.race(calls)
      const said = outcomes.map((outcome, index) => `${calls[index]?.route} ${answerOf(outcome)}`)
      answers.push(...said)
      // Either they were in before, with a token from before; or they were refused. Nothing else, and no failure.
      expect(said.filter((one) => !POSSIBLE.has(one))).toEqual([])
      expect(events.filter(({ type }) => type === 'participant.removed')).toHaveLength(1)
      expect(events.filter((event) => event.type === 'meeting.left')).toMatchObject([{ source: 'host' }])

      // Whoever came first: now they are out, and stay out.
      expect(await openVisitsOf(bookingId, customer)).toBe(0)
      const { outcomes: later } = await racers.race([launch, { ...launch, route: 'refresh-token' }])
      expect(later.map(answerOf)).toEqual(['REMOVED_FROM_MEETING', 'REMOVED_FROM_MEETING'])
    }
    // The race was one: it was lost and won.
    expect(answers).toContain('launch-video 200')
    expect(answers).toContain('launch-video REMOVED_FROM_MEETING')
    await checkAftermath(database)
  })

  it('never have somebody in who is removed, however often they are let back in', async () => {
    const { host, customer, meeting } = pairOf(ROUNDS)
    const bookingId = meeting.id
    await database.insert([meeting])
    await racers.race([
      { route: 'launch-video', bookingId, as: host },
      { route: 'launch-video', bookingId, as: customer },
    ])
    const about = { bookingId, identity: customer.id, as: host }
    for (let round = 0; round < ROUNDS; round++) {
      const calls: Call[] = shuffled(
        [
          ...Array(15).fill({ route: 'launch-video', bookingId, as: customer }),
          ...Array(5).fill({ route: 'leave-video', bookingId, as: customer }),
          ...Array(5).fill({ route: 'remove-participant', ...about }),
          ...Array(5).fill({ route: 'readmit-participant', ...about }),
          ...Array.from({ length: 5 }, (_, index) => ({
            route: 'settle',
            news: {
              ...{ type: 'connected', bookingId, roomId: 'RM1', connectionId: `PA${round}-${index}` },
              ...{ identity: customer.id, at: NOW },
            },
          })),
        ],
        round,
      )
      const { outcomes } = await racers.race(calls)
      expect(outcomes.filter(({ status }) => status >= 500)).toEqual([])
      const [removed] = await database.query<{ is_removed: boolean }>(
        'select removed_at is not null as is_removed from meeting_admissions where booking_id = $1',
        [bookingId],
      )
      if (removed?.is_removed) expect(await openVisitsOf(bookingId, customer)).toBe(0)
      await checkAftermath(database)
    }
  })
})

async function openVisitsOf(bookingId: string, { id }: MeetingsUser): Promise<number> {
  const rows = await database.query(
    'select id from meeting_visits where booking_id = $1 and user_id = $2 and left_at is null',
    [bookingId, id],
  )
  return rows.length
}

function answerOf({ status, body }: Outcome): string {
  return status === 200 ? '200' : String((body as { code: unknown }).code)
}

/** In another order, the same for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = randomNumbers(seed + 1)
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}
