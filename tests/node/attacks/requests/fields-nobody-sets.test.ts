import { describe, expect, it } from 'vitest'
import { BOOKING_ID, MISSING_ID, TYPE_ID, USERS, world } from '../../../../packages/server/test/world.ts'

const SLOT = { meeting_type_id: TYPE_ID, start_time: '2026-11-23T09:00:00Z' }
const DRAFT = { ...SLOT, customer_name: 'Carl', time_zone: 'UTC' }
const HOURS = { time_zone: 'UTC', weekly: [], overrides: [], time_off: [] }

/** Right bodies, and the places in them where an object stands. */
const BODIES: readonly (readonly [method: string, path: string, body: (extra: object) => object])[] = [
  ['POST', '/bookings', (extra) => ({ ...DRAFT, ...extra })],
  ['POST', '/bookings', (extra) => ({ ...DRAFT, guests: [{ email: 'lou@example.org', ...extra }] })],
  ['POST', '/holds', (extra) => ({ ...SLOT, ...extra })],
  ['POST', `/bookings/${BOOKING_ID}/cancel`, (extra) => extra],
  ['POST', `/bookings/${BOOKING_ID}/reschedule`, (extra) => ({ start_time: SLOT.start_time, ...extra })],
  ['PUT', '/schedule', (extra) => ({ ...HOURS, ...extra })],
  [
    'PUT',
    '/schedule',
    (extra) => ({ ...HOURS, weekly: [{ weekday: 1, from: '09:00', to: '10:00', ...extra }] }),
  ],
  [
    'PUT',
    '/schedule',
    (extra) => ({ ...HOURS, overrides: [{ date: '2026-11-23', intervals: [], ...extra }] }),
  ],
  [
    'PUT',
    '/schedule',
    (extra) => ({ ...HOURS, time_off: [{ from: '2026-11-23', to: '2026-11-23', ...extra }] }),
  ],
]

/** What the server decides, in both spellings, and what every object has. */
const FIELDS: readonly (readonly [string, unknown])[] = [
  ...['host_id', 'hostId', 'customer_id', 'customerId', 'user_id'].map(
    (field) => [field, USERS.stranger.id] as const,
  ),
  ['id', MISSING_ID],
  ['status', 'completed'],
  ['room', 'meeting_other'],
  ['roomName', 'meeting_other'],
  ['organization_id', USERS.otherAdmin.organizationId],
  ['end_time', '2026-11-24T09:00:00Z'],
  ['metadata', { endedForAll: true }],
  ['buffers', { before: 0 }],
  ['sequence', 99],
  ['viewerRole', 'host'],
  ['constructor', { prototype: { status: 'completed' } }],
  ['toString', 'x'],
]

describe.each(BODIES)('%s %s', (method, path, body) => {
  const send = async (text: string) => {
    const here = world({ time: '10:00:00' })
    const before = JSON.stringify(here.store.get(BOOKING_ID))
    const response = await here.send(path, {
      method,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'one' },
      body: text,
    })
    const hours = await (await here.send('/schedule')).json()
    const { bookings } = await (await here.send('/bookings?scope=all')).json()
    // Nothing was booked, moved or saved.
    expect([JSON.stringify(here.store.get(BOOKING_ID)), bookings.length, hours.schedule]).toEqual([
      before,
      1,
      null,
    ])
    return [response.status, (await response.json()).code]
  }

  it.each(FIELDS)('sets no %s', async (field, value) => {
    expect(await send(JSON.stringify(body({ [field]: value })))).toEqual([422, 'VALIDATION_FAILED'])
  })

  it('sets no prototype, and every object stays as it was', async () => {
    // Written out: in an object of ours this key would not be one of its own.
    const text = JSON.stringify(body({ proto: { status: 'completed' } })).replace('"proto"', '"__proto__"')
    expect(await send(text)).toEqual([422, 'VALIDATION_FAILED'])
    expect(Reflect.get({}, 'status')).toBeUndefined()
  })
})
