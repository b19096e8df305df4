import { jwtVerify } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TWILIO } from '../../postgres/race/call.ts'
import { crowdOf, meetingOf, NOW } from '../../postgres/race/crowd.ts'
import { openRaceDatabase, type RaceDatabase } from '../../postgres/race/race-database.ts'
import { type Racers, startRacers } from '../../postgres/race/start-racers.ts'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'

const PROCESSES = 4

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.close())

describe.each(['supabase'] as const)('several processes with the %s store', (store) => {
  let database: RaceDatabase
  let racers: Racers
  beforeEach(async () => {
    database = await openRaceDatabase(postgres)
    const { connectionString } = database
    racers = await startRacers({ connectionString, store, connections: 10, now: NOW, processes: PROCESSES })
  })
  afterEach(async () => {
    await racers?.close()
    expect(await database?.deadlocks()).toBe(0)
    await database?.close()
  })

  it('start a meeting once when 500 launches come at the same instant, and give 500 valid tokens', async () => {
    const crowd = crowdOf(100)
    const meeting = meetingOf(crowd)
    await database.insert([meeting])
    const calls = Array.from({ length: 500 }, (_, index) => ({
      route: 'launch-video' as const,
      bookingId: meeting.id,
      // Everybody clicks five times.
      as: crowd[index % crowd.length] as (typeof crowd)[number],
    }))
    const outcomes = await racers.race(calls)

    expect(countBy(outcomes, ({ status }) => status)).toEqual({ 200: 500 })
    const identities = await Promise.all(
      outcomes.map(async ({ body }) => {
        const { token, roomName } = body as { token: string; roomName: string }
        const { payload } = await jwtVerify(token, new TextEncoder().encode(TWILIO.apiKeySecret), {
          issuer: TWILIO.apiKeySid,
          subject: TWILIO.accountSid,
        })
        const grants = payload['grants'] as { identity: string; video: { room: string } }
        expect(grants.video.room).toBe(roomName)
        expect(roomName).toBe(`meeting_${meeting.id}`)
        return grants.identity
      }),
    )
    expect(identities).toEqual(calls.map(({ as }) => as.id))

    expect(await database.statusChanges(meeting.id)).toEqual(['confirmed -> in_progress'])
    const visits = await database.query('select user_id from meeting_visits where left_at is null')
    expect(visits.map(({ user_id }) => user_id).sort()).toEqual(crowd.map(({ id }) => id).sort())
  })

  it('end a meeting once when 50 people leave at the same instant', async () => {
    const crowd = crowdOf(50)
    const meeting = meetingOf(crowd)
    await database.insert([meeting])
    const everybody = (route: 'launch-video' | 'leave-video') =>
      racers.race(crowd.map((as) => ({ route, bookingId: meeting.id, as })))
    expect(countBy(await everybody('launch-video'), ({ status }) => status)).toEqual({ 200: 50 })
    const outcomes = await everybody('leave-video')

    expect(countBy(outcomes, ({ status }) => status)).toEqual({ 200: 50 })
    // Whoever is told that the meeting is over was the last one.
    expect(countBy(outcomes, ({ body }) => (body as { status: string }).status)).toEqual({
      in_progress: 49,
      completed: 1,
    })
    expect(await database.statusChanges(meeting.id)).toEqual([
      'confirmed -> in_progress',
      'in_progress -> completed',
    ])
    expect(await database.query('select id from meeting_visits where left_at is null')).toEqual([])
  })
})

function countBy<T>(items: readonly T[], key: (item: T) => string | number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}
