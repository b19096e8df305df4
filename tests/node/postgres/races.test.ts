import type { BookingRecord, MeetingsUser } from '@meetings/server'
import { jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Call, type Outcome, TWILIO } from '../../postgres/race/call.ts'
import { checkAftermath } from '../../postgres/race/check-aftermath.ts'
import { crowdOf, meetingOf, NOW } from '../../postgres/race/crowd.ts'
import { openRaceDatabase, type RaceDatabase } from '../../postgres/race/race-database.ts'
import { randomCalls } from '../../postgres/race/random-calls.ts'
import { type Racers, startRacers } from '../../postgres/race/start-racers.ts'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'

const PROCESSES = 4

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.close())

describe.each(['postgres', 'supabase'] as const)('four processes with the %s store', (store) => {
  let database: RaceDatabase
  let racers: Racers
  beforeAll(async () => {
    database = await openRaceDatabase(postgres)
    const { connectionString } = database
    racers = await startRacers({ connectionString, store, connections: 10, now: NOW, processes: PROCESSES })
  })
  afterAll(async () => {
    await racers?.close()
    const deadlocks = await database?.deadlocks()
    await database?.close()
    expect(deadlocks).toBe(0)
  })

  it('start a meeting once when 500 launches come at the same instant, and give 500 valid tokens', async () => {
    const crowd = crowdOf(100)
    const meeting = meetingOf(crowd)
    await database.insert([meeting])
    // Everybody clicks five times, in different processes.
    const calls = Array.from({ length: 500 }, (_, index) => ({
      route: 'launch-video' as const,
      bookingId: meeting.id,
      as: crowd[(index + Math.floor(index / 100)) % crowd.length] as MeetingsUser,
    }))
    const { outcomes, events } = await racers.race(calls)

    expect(countBy(outcomes, ({ status }) => status)).toEqual({ 200: 500 })
    const identities = await Promise.all(outcomes.map(({ body }) => identityIn(body, meeting.id)))
    expect(identities).toEqual(calls.map(({ as }) => as.id))

    expect(await database.statusChanges(meeting.id)).toEqual(['confirmed -> in_progress'])
    expect(events.filter((event) => event.type === 'meeting.launched' && event.started)).toHaveLength(1)
    expect(events.filter(({ type }) => type === 'meeting.joined')).toHaveLength(crowd.length)
    const visits = await database.query<{ user_id: string }>(
      'select user_id from meeting_visits where booking_id = $1 and left_at is null order by user_id',
      [meeting.id],
    )
    expect(visits.map(({ user_id }) => user_id)).toEqual(crowd.map(({ id }) => id))
  })

  it('end a meeting once when 50 people leave at the same instant', async () => {
    const crowd = crowdOf(50, 1001)
    const meeting = meetingOf(crowd)
    await database.insert([meeting])
    const everybody = (route: 'launch-video' | 'leave-video') =>
      racers.race(crowd.map((as) => ({ route, bookingId: meeting.id, as })))
    const launched = await everybody('launch-video')
    expect(countBy(launched.outcomes, ({ status }) => status)).toEqual({ 200: 50 })
    const { outcomes, events } = await everybody('leave-video')

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
    expect(countBy(events, ({ type }) => type)).toEqual({ 'meeting.left': 50, 'meeting.completed': 1 })
    await checkAftermath(database)
  })

  it('go on with one of two meetings that have the same host and time, whoever comes first', async () => {
    const crowd = crowdOf(20, 1101)
    const first = meetingOf(crowd)
    const second = { ...first, id: first.id.replace('0b', '0e') }
    const everybody = (route: 'launch-video' | 'leave-video', meetings: readonly BookingRecord[]) =>
      racers.race(crowd.flatMap((as) => meetings.map(({ id }) => ({ route, bookingId: id, as }))))
    // The host's time is free again once everybody has left, so that it can be booked a second time.
    for (const meeting of [first, second]) {
      await database.insert([meeting])
      await everybody('launch-video', [meeting])
      await everybody('leave-video', [meeting])
    }
    for (let round = 0; round < 5; round++) {
      const { outcomes, events } = await everybody('launch-video', [first, second])
      expect(countBy(outcomes, ({ status }) => status)).toEqual({ 200: crowd.length, 410: crowd.length })
      expect(events.filter((event) => event.type === 'meeting.launched' && event.started)).toHaveLength(1)
      await everybody('leave-video', [first, second])
    }
  })

  it('keep every booking right while people launch, leave, refresh, list and end, and news comes in', async () => {
    const groups = [2001, 2011, 2021, 2031].map((first) => {
      const crowd = crowdOf(3, first)
      return { crowd, meeting: meetingOf(crowd) }
    })
    await database.insert(groups.map(({ meeting }) => meeting))
    const calls = randomCalls(800, { groups, seed: 3 })
    const { outcomes, events } = await racers.race(calls, { atOnce: 20 })

    expect(outcomes.filter(({ status }) => status >= 500)).toEqual([])
    await checkAftermath(database)
    const changes = await Promise.all(groups.map(({ meeting }) => database.statusChanges(meeting.id)))
    const completions = changes.flat().filter((change) => change.endsWith('-> completed')).length
    // Every completion was told once, by the call that made it.
    const told = events.filter(({ type }) => type === 'meeting.completed').length
    const byNews = outcomes.filter((outcome, index) => isCompletion(calls[index], outcome)).length
    expect(told + byNews).toBe(completions)
    expect(completions).toBeGreaterThan(10)
  })
})

function isCompletion(call: Call | undefined, { body }: Outcome): boolean {
  return call?.route === 'settle' && (body as { completed?: boolean } | null)?.completed === true
}

/** The identity in a ticket's token, after checking it as Twilio does. */
async function identityIn(ticket: unknown, bookingId: string): Promise<string> {
  const { token } = ticket as { token: string }
  const { payload } = await jwtVerify(token, new TextEncoder().encode(TWILIO.apiKeySecret), {
    issuer: TWILIO.apiKeySid,
    subject: TWILIO.accountSid,
  })
  const { identity, video } = payload.grants as { identity: string; video: { room: string } }
  expect(video).toEqual({ room: `meeting_${bookingId}` })
  return identity
}

function countBy<T>(items: readonly T[], key: (item: T) => string | number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}
