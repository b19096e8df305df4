import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAftermath } from '../postgres/race/check-aftermath.ts'
import { crowdOf, meetingOf, NOW } from '../postgres/race/crowd.ts'
import { openRaceDatabase } from '../postgres/race/race-database.ts'
import { randomCalls } from '../postgres/race/random-calls.ts'
import { startRacers } from '../postgres/race/start-racers.ts'
import { startPostgres, type TestPostgres } from '../postgres/start-postgres.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.close())

describe.each(['postgres', 'supabase'] as const)('eight processes with the %s store', (store) => {
  it.each([1, 2, 3])('keep every booking right over the 4,000 random calls of seed %i', async (seed) => {
    const database = await openRaceDatabase(postgres)
    const { connectionString } = database
    const racers = await startRacers({ connectionString, store, connections: 8, now: NOW, processes: 8 })
    // Small groups part and meet again often; large ones let many wait for the same row.
    const groups = [2, 2, 3, 3, 4, 12].map((size, index) => {
      const crowd = crowdOf(size, 3001 + 100 * index)
      return { crowd, meeting: meetingOf(crowd) }
    })
    await database.insert(groups.map(({ meeting }) => meeting))
    try {
      const calls = randomCalls(4000, { groups, seed })
      const { outcomes } = await racers.race(calls, { atOnce: 12 })
      expect(outcomes.filter(({ status }) => status >= 500)).toEqual([])
      await checkAftermath(database)
    } finally {
      await racers.close()
    }
    expect(await database.deadlocks()).toBe(0)
    await database.close()
  })
})
