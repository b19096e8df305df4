import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runHttpRace } from '../../postgres/http-race/run-http-race.ts'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.close())

describe.each([
  ['postgres', 2],
  ['supabase', 1],
] as const)('two servers with the %s stores', (store, rounds) => {
  it('book no host twice while 50 clients race through HTTP, and tell every loser what is free', {
    timeout: 60_000,
  }, async () => {
    const tally = await runHttpRace(postgres, { store, rounds, seed: 5 })
    // It was a race: there were winners and losers of every kind.
    for (const kind of [
      ...['hold 200', 'hold SLOT_TAKEN', 'book 200', 'book SLOT_TAKEN', 'book replayed'],
      ...['unheard 200', 'again replayed', 'move 200', 'move SLOT_TAKEN', 'reuse IDEMPOTENCY_KEY_REUSED'],
    ]) {
      expect([kind, (tally[kind] ?? 0) > 0]).toEqual([kind, true])
    }
  })
})
