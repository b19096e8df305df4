import { expect, it } from 'vitest'
import { BOOKING_ID, MISSING_ID, TYPE_ID, type Who, world } from '../../../../packages/server/test/world.ts'
import { problemsOf } from './check-answer.ts'
import { createRandom, type Random } from './random.ts'
import { CANARY, jsonText, oddText, wholeText } from './values.ts'

const SHOTS = 2_000
const PEOPLE: readonly Who[] = ['customer', 'host', 'guest', 'stranger', 'admin', 'otherAdmin']
const IDS = [
  BOOKING_ID,
  BOOKING_ID,
  BOOKING_ID,
  MISSING_ID,
  TYPE_ID,
  CANARY,
  '__proto__',
  '%00',
  '..',
  '%2e%2e',
  ' ',
]
const SLOT = { meeting_type_id: TYPE_ID, start_time: '2026-11-23T09:00:00Z' }
const HOURS = [{ weekday: 1, from: '09:00', to: '17:00' }]
const START = { start_time: '2026-11-24T09:00:00Z' }

/** Right bodies, to be spoilt. */
const ROUTES: readonly (readonly [method: 'POST' | 'PUT', path: string, body: object])[] = [
  [
    'POST',
    '/bookings',
    {
      ...SLOT,
      customer_name: 'Carl',
      customer_email: 'carl@example.org',
      time_zone: 'UTC',
      notes: 'Hello.',
      guests: [{ email: 'a@example.org', name: 'A' }],
      answers: {},
      hold_id: MISSING_ID,
    },
  ],
  ['POST', '/holds', { ...SLOT, hold_id: MISSING_ID }],
  ['POST', '/holds/:id/release', {}],
  ['POST', '/bookings/:id/cancel', { reason: 'Later.' }],
  ['POST', '/bookings/:id/reschedule', START],
  [
    'PUT',
    '/schedule',
    { time_zone: 'UTC', weekly: HOURS, overrides: [], time_off: [{ from: '2026-12-24', to: '2026-12-26' }] },
  ],
]
const QUERY = { meeting_type_id: TYPE_ID, from: '2026-11-23', to: '2026-11-24', time_zone: 'UTC' }

it('answers 2,000 generated booking requests below 500, in shape, repeating nothing', async () => {
  const problems: string[] = []
  const statuses: Record<number, number> = {}
  let server = freshWorld()
  for (let number = 0; number < SHOTS; number++) {
    if (number % 100 === 0) server = freshWorld()
    const random = createRandom(number)
    const { path, init } = random.chance(0.3) ? reading(random) : writing(random)
    const response = await server.send(path, { ...init, as: random.pick(PEOPLE) })
    statuses[response.status] = (statuses[response.status] ?? 0) + 1
    if (path.includes('calendar.ics') && response.ok) continue
    for (const problem of await problemsOf(init.method, response)) {
      // Who books is told what they booked.
      if (response.ok && problem === 'repeats what the caller sent') continue
      problems.push(`#${number} ${init.method} ${path.slice(0, 80)} ${problem}`)
    }
  }
  expect(problems).toEqual([])
  for (const status of [200, 204, 400, 403, 404, 409, 422]) {
    expect(statuses[status], `answers with ${status}`).toBeGreaterThan(2)
  }
})

function freshWorld() {
  return world({ time: '12:00:00', rateLimit: false })
}

function writing(random: Random) {
  const [method, path, right] = random.pick(ROUTES)
  const body = random.chance(0.3) ? JSON.stringify(right) : spoilt(random, right)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (random.chance(0.3)) headers['idempotency-key'] = random.pick(['key', 'k'.repeat(300), ' ', CANARY])
  return { path: path.replace(':id', random.pick(IDS)), init: { method, headers, body } }
}

function reading(random: Random) {
  const query: Record<string, string> = { ...QUERY }
  const key = random.pick(['meeting_type_id', 'from', 'to', 'time_zone', 'booking_id', CANARY, 'constructor'])
  query[key] = random.pick([wholeText(random), random.pick(IDS), '2026-02-30', '0000-01-01', '+999999-01-01'])
  const path = random.pick([
    `/availability?${new URLSearchParams(query)}`,
    '/meeting-types',
    '/schedule',
    `/bookings/${random.pick(IDS)}/calendar.ics`,
  ])
  return { path, init: { method: 'GET' } }
}

/** One field of the body, or one inside it, is something else. */
function spoilt(random: Random, right: object): string {
  const keys = [...Object.keys(right), CANARY, '__proto__', 'status']
  const key = random.pick(keys)
  const odd = random.chance(0.4)
    ? JSON.stringify(`${random.chance(0.5) ? CANARY : ''}${oddText(random)}`)
    : jsonText(random, IDS)
  const value = random.chance(0.3) ? `{${JSON.stringify(oddText(random))}:${odd}}` : odd
  const members = Object.entries(right).filter(([other]) => other !== key)
  const rest = members.map(([name, field]) => `${JSON.stringify(name)}:${JSON.stringify(field)}`)
  return `{${[...rest, `${JSON.stringify(key)}:${value}`].join()}}`
}
