import { describe, expect, it } from 'vitest'

const ENTRIES = {
  '.': () => import('./index.ts'),
  './postgres': () => import('./postgres/index.ts'),
  './supabase': () => import('./supabase/index.ts'),
  './twilio': () => import('./twilio/index.ts'),
  './next': () => import('./adapters/next.ts'),
  './node': () => import('./adapters/node.ts'),
  './fastify': () => import('./adapters/fastify.ts'),
  './testing': () => import('./testing/index.ts'),
}

describe('the public names', () => {
  it('are exactly these', async () => {
    const names: Record<string, string[]> = {}
    for (const [entry, load] of Object.entries(ENTRIES)) names[entry] = Object.keys(await load()).sort()
    expect(names).toMatchInlineSnapshot(`
      {
        ".": [
          "DEFAULT_REQUESTS_PER_MINUTE",
          "MeetingsError",
          "createMeetings",
          "isMeetingsError",
        ],
        "./fastify": [
          "toFastifyPlugin",
        ],
        "./next": [
          "toNextHandlers",
        ],
        "./node": [
          "toNodeHandler",
        ],
        "./postgres": [
          "DEFAULT_BOOKING_COLUMNS",
          "meetingsMigration",
          "postgresSchedule",
          "postgresStore",
          "schedulingMigration",
        ],
        "./supabase": [
          "DEFAULT_BOOKING_COLUMNS",
          "meetingsMigration",
          "schedulingMigration",
          "supabaseAuth",
          "supabaseSchedule",
          "supabaseStore",
        ],
        "./testing": [
          "fakeVideo",
          "fixedClock",
          "memorySchedule",
          "memoryStore",
          "runScheduleConformance",
          "runStoreConformance",
          "runVideoProviderConformance",
        ],
        "./twilio": [
          "twilioVideo",
        ],
      }
    `)
  })
})
