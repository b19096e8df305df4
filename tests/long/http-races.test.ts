import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runHttpRace } from '../postgres/http-race/run-http-race.ts'
import { startPostgres, type TestPostgres } from '../postgres/start-postgres.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.close())

describe.each(['postgres', 'supabase'] as const)('two servers with the %s stores', (store) => {
  it('book no host twice in 25 rounds of 50 clients, and no answer is a failure', async () => {
    const tally = await runHttpRace(postgres, { store, rounds: 25, seed: 11 })
    const total = Object.values(tally).reduce((sum, count) => sum + count, 0)
    console.log(
      `${store}: ${total} requests, no double booking, no deadlock, no 5xx. ${JSON.stringify(tally)}`,
    )
    expect(tally['book 200']).toBeGreaterThan(50)
    expect(tally['again replayed']).toBeGreaterThan(25)
    expect(tally['move 200']).toBeGreaterThan(25)
  })
})
