import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RateLimitOptions } from '@meetings/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { world } from '../../../packages/server/test/world.ts'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'
import { ROOT, snippetsOf } from '../docs/snippets.ts'

// In the server's folder: the limiters are its dependency.
const folder = mkdtempSync(join(ROOT, 'packages/server/test/.readme-'))
const snippets = snippetsOf('packages/server/README.md')
const codeWith = (text: string) => snippets.find(({ code }) => code.includes(text))?.code ?? ''
let postgres: TestPostgres
const pools: pg.Pool[] = []

beforeAll(async () => {
  postgres = await startPostgres()
  const url = await postgres.createDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(codeWith('create table meetings_rate_limits'))
  await client.end()
  vi.stubEnv('DATABASE_URL', url)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await Promise.all(pools.map((pool) => pool.end()))
  rmSync(folder, { recursive: true, force: true })
  await postgres?.close()
})

/** One process of several: its own copy of the page's code, with its own connections. */
async function loadLimit(name: string): Promise<RateLimitOptions> {
  const file = join(folder, name)
  writeFileSync(
    file,
    codeWith('new RateLimiterPostgres').replace('const storeClient', 'export const storeClient'),
  )
  const loaded = (await import(pathToFileURL(file).href)) as {
    rateLimit: RateLimitOptions
    storeClient: pg.Pool
  }
  pools.push(loaded.storeClient)
  return loaded.rateLimit
}

describe('the page on rate limits, in a real Postgres', () => {
  it('counts what two processes let through together', async () => {
    const faults: unknown[] = []
    const more = { perMinute: { launchVideo: 3 } }
    const [one, other] = await Promise.all([loadLimit('one.ts'), loadLimit('other.ts')])
    const onError = (error: unknown) => void faults.push(error)
    const first = world({ rateLimit: { ...one, ...more } as RateLimitOptions<string>, onError })
    const second = world({ rateLimit: { ...other, ...more } as RateLimitOptions<string>, onError })

    const answers = []
    for (const { post } of [first, second, first, second, first]) answers.push(await post('/launch-video'))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
    const seconds = Number(answers.at(-1)?.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    // Another person, and another route, are counted apart.
    expect((await second.post('/launch-video', 'host')).status).toBe(200)
    expect((await second.post('/refresh-token')).status).toBe(200)
    expect(faults).toEqual([])
  })
})
