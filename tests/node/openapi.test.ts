import { ERROR_CODES, MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { BOOKING_ID, TYPE_ID, USERS, world } from '../../packages/server/test/world.ts'
import { FAILURES } from './answers/failures.ts'
import { closed, problemsIn } from './answers/json-schema.ts'

interface Operation {
  operationId: string
  security: object[]
  parameters: { name?: string; in?: string; schema?: object }[]
  responses: Record<string, { headers: object; content?: object }>
}

interface ApiDocument {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: object
}

const AVAILABILITY = `/availability?meeting_type_id=${TYPE_ID}&from=2026-11-23&to=2026-11-24&time_zone=UTC`
const SLOT = { meeting_type_id: TYPE_ID, start_time: '2026-11-23T09:00:00Z' }
const DRAFT = {
  ...SLOT,
  customer_name: 'Carl',
  time_zone: 'Europe/Berlin',
  notes: 'Hello.',
  guests: [{ email: 'kim@example.org' }],
}
const HOURS = {
  time_zone: 'Europe/Berlin',
  weekly: [{ weekday: 1, from: '09:00', to: '17:00' }],
  overrides: [{ date: '2026-12-24', intervals: [] }],
  time_off: [],
}

const routes = Object.keys(MEETING_ROUTES) as MeetingRouteName[]
const document = await documentOf(world())
const problems = problemsIn(closed(document))

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)))
    expect(result.errors ?? []).toEqual([])
    expect([result.valid, document.openapi]).toEqual([true, '3.1.0'])
  })

  it('describes every route under its name, and nothing else', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { operationId }]) => ({ operationId, method, path })),
    )
    const table = routes.map((name) => {
      const { method, path } = MEETING_ROUTES[name]
      return { operationId: name, method: method.toLowerCase(), path: addressOf(path) }
    })
    const byName = (a: { operationId: string }, b: { operationId: string }) =>
      a.operationId < b.operationId ? -1 : 1
    expect(described.sort(byName)).toEqual(table.sort(byName))
  })

  it('leaves out what is not there because nothing can be booked', async () => {
    const { paths } = await documentOf(world({ bookable: false }))
    const names = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    )
    expect(names).toEqual(expect.arrayContaining(['launchVideo', 'listBookings', 'bookingCalendar']))
    expect(names).not.toContain('createBooking')
    expect(paths).not.toHaveProperty('/availability')
  })

  it('says where the routes are: on this host, or at the public address', async () => {
    expect(document.servers).toEqual([{ url: '/api/meetings' }])
    const behindProxy = await documentOf(world({ publicUrl: 'https://meet.example.org/app' }))
    expect(behindProxy.servers).toEqual([{ url: 'https://meet.example.org/app/api/meetings' }])
    const { meetings } = world({ basePath: '/' })
    const atRoot = await meetings.fetch(
      new Request('https://app.example.com/openapi.json', { headers: { authorization: 'Bearer customer' } }),
    )
    expect(await atRoot.json()).toMatchObject({ servers: [{ url: '/' }] })
  })

  it('asks for a session wherever the server does', async () => {
    for (const name of routes) {
      const { method, path } = MEETING_ROUTES[name]
      const response = await world().send(path, { method, as: null })
      const { security } = operationOf(name)
      expect([name, security.some((scheme) => 'session' in scheme)]).toEqual([name, response.status === 401])
    }
  })

  it('refuses what the server refuses in a body', () => {
    const body = '/paths/~1launch-video/post/requestBody/content/application~1json/schema'
    expect(problems(body, { booking_id: BOOKING_ID })).toEqual([])
    expect(problems(body, { booking_id: BOOKING_ID, role: 'host' })).not.toEqual([])
    expect(problems(body, { booking_id: '42' })).not.toEqual([])
    expect(problems(body, {})).not.toEqual([])
    // Without our closing it for the test, too.
    expect(problemsIn(document)(body, { booking_id: BOOKING_ID, role: 'host' })).not.toEqual([])
  })

  it('describes each parameter of the list', () => {
    const { parameters } = operationOf('listBookings')
    const named = parameters.flatMap(({ name, schema }) => (name === undefined ? [] : [[name, schema]]))
    expect(Object.fromEntries(named)).toMatchObject({
      scope: { enum: ['upcoming', 'past', 'cancelled', 'all'], default: 'upcoming' },
      limit: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
      cursor: { type: 'string', maxLength: 512 },
    })
  })
})

describe('a real answer', () => {
  it.each<[MeetingRouteName, (server: ReturnType<typeof world>) => Promise<Response>]>([
    ['launchVideo', ({ post }) => post('/launch-video')],
    ['refreshToken', ({ post }) => post('/refresh-token')],
    ['leaveVideo', ({ post }) => post('/leave-video')],
    ['endVideo', ({ post }) => post('/end-video', 'host')],
    ['removeParticipant', (server) => about(server, '/remove-participant')],
    ['readmitParticipant', (server) => about(server, '/readmit-participant')],
    ['admitParticipant', (server) => about(server, '/admit-participant')],
    [
      'lockMeeting',
      (server) => server.postJson('/lock-meeting', { booking_id: BOOKING_ID, locked: true }, 'host'),
    ],
    ['readModeration', ({ send }) => send(`/moderation?booking_id=${BOOKING_ID}`, { as: 'host' })],
    ['listBookings', ({ send }) => send('/bookings?scope=all')],
    ['listMeetingTypes', ({ send }) => send('/meeting-types')],
    ['listAvailability', ({ send }) => send(AVAILABILITY)],
    ['holdSlot', ({ postJson }) => postJson('/holds', SLOT)],
    ['createBooking', ({ postJson }) => postJson('/bookings', DRAFT)],
    ['cancelBooking', async (server) => server.postJson(`/bookings/${await booked(server)}/cancel`, {})],
    [
      'rescheduleBooking',
      async (server) =>
        server.postJson(`/bookings/${await booked(server)}/reschedule`, {
          start_time: '2026-11-24T09:00:00Z',
        }),
    ],
    ['readSchedule', ({ send }) => send('/schedule', { as: 'host' })],
    ['saveSchedule', ({ putJson }) => putJson('/schedule', HOURS)],
    ['openapi', ({ send }) => send('/openapi.json')],
    ['health', ({ send }) => send('/health', { as: null })],
  ])('of %s is what the document says, and holds nothing more', async (name, ask) => {
    const server = world({ waitingRoom: 'guests' })
    await server.post('/launch-video')
    const response = await ask(server)
    expect(response.status).toBe(200)
    expectHeaders(name, response)
    expect(problems(pointerTo(name, 200), await response.json())).toEqual([])
  })

  it('of bookingCalendar is a file, as the document says', async () => {
    const response = await world().send(`/bookings/${BOOKING_ID}/calendar.ics`)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8; method=PUBLISH',
    ])
    const described = operationOf('bookingCalendar').responses['200']
    expect(Object.keys(described?.content ?? {})).toEqual(['text/calendar'])
    expectHeaders('bookingCalendar', response)
  })

  it('of releaseHold is empty, as the document says', async () => {
    const response = await world().send(`/holds/${BOOKING_ID}/release`, { method: 'POST' })
    expect([response.status, await response.text()]).toEqual([204, ''])
    expectHeaders('releaseHold', response)
  })

  it('of twilioStatusCallback is empty, as the document says', async () => {
    const { meetings, video } = world()
    const url = 'https://app.example.com/api/meetings/twilio/status-callback'
    const response = await meetings.fetch(video.newsRequest(url, 'other'))
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(operationOf('twilioStatusCallback').responses['204']).not.toHaveProperty('content')
    expectHeaders('twilioStatusCallback', response)
  })

  const failures = ERROR_CODES.flatMap((code) =>
    FAILURES[code].map((failure) => ({ code, ...failure, where: failure.route ?? 'any route' })),
  )
  it.each(failures)('of a failure is described: $code of $where when $what', async (failure) => {
    const { code, route, provoke } = failure
    const response = await provoke()
    const body = await response.json()
    expect(body.code).toBe(code)
    expect(problems('/components/schemas/Error', body)).toEqual([])
    if (route === null) return
    expect(Object.keys(operationOf(route).responses)).toContain(String(response.status))
    expect(problems(pointerTo(route, response.status), body)).toEqual([])
    expectHeaders(route, response)
  })
})

/** A decision about the customer, with somebody who waits. */
async function about({ post, postJson }: ReturnType<typeof world>, path: string): Promise<Response> {
  await post('/launch-video', 'guest')
  return postJson(path, { booking_id: BOOKING_ID, identity: USERS.customer.id }, 'host')
}

async function booked({ postJson }: ReturnType<typeof world>): Promise<string> {
  return (await (await postJson('/bookings', DRAFT)).json()).booking.id
}

async function documentOf({ send }: ReturnType<typeof world>): Promise<ApiDocument> {
  return (await send('/openapi.json')).json()
}

function addressOf(path: string): string {
  return path.replace(':id', '{id}')
}

function operationOf(name: MeetingRouteName): Operation {
  const { method, path } = MEETING_ROUTES[name]
  const operation = document.paths[addressOf(path)]?.[method.toLowerCase()]
  if (operation === undefined) throw new Error(`The document lacks ${name}.`)
  return operation
}

function pointerTo(name: MeetingRouteName, status: number): string {
  const { method, path } = MEETING_ROUTES[name]
  const escaped = addressOf(path).replaceAll('/', '~1')
  return `/paths/${escaped}/${method.toLowerCase()}/responses/${status}/content/application~1json/schema`
}

/** The headers of ours that an answer has are the ones described, `Retry-After` only where it may be. */
function expectHeaders(name: MeetingRouteName, response: Response): void {
  const described = Object.keys(operationOf(name).responses[response.status]?.headers ?? {})
  const ours = ['x-request-id', 'cache-control', 'x-meetings-error', 'www-authenticate', 'retry-after']
  const sent = ours.filter((header) => response.headers.has(header))
  expect(described).toEqual(expect.arrayContaining(sent))
  expect(sent).toEqual(expect.arrayContaining(described.filter((header) => header !== 'retry-after')))
}
