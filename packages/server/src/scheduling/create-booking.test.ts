import { describe, expect, it } from 'vitest'
import {
  BOOKING_ID,
  FOREIGN_TYPE_ID,
  MEETING_TYPE,
  MISSING_ID,
  TYPE_ID,
  USERS,
  type Who,
  world,
} from '../../test/world.ts'
import type { MemoryMeetingType } from '../testing/index.ts'

/** Monday 23 November 2026, 9:00 UTC, is 10:00 in Berlin. */
const START = '2026-11-23T09:00:00.000Z'
const PLAIN_TYPE_ID = '0d000000-0000-4000-8000-000000000003'
const DRAFT = {
  meeting_type_id: TYPE_ID,
  start_time: START,
  customer_name: 'Carl Customer',
  time_zone: 'America/New_York',
}

function booking(options: Parameters<typeof world>[0] = {}) {
  const server = world({ time: '12:00:00', ...options })
  const book = (changes: object = {}, as: Who = 'customer', headers = {}) =>
    server.postJson('/bookings', { ...DRAFT, ...changes }, as, headers)
  const withKey = (key: string, changes: object = {}, as: Who = 'customer') =>
    book(changes, as, { 'idempotency-key': key })
  return { ...server, book, withKey }
}

const fieldsOf = async (response: Response) =>
  (await response.json()).details.fields.map(({ path }: { path: string }) => path)

describe('booking a slot', () => {
  it('makes the caller its customer and a host of the type its host', async () => {
    const { book } = booking()
    const response = await book({ notes: 'The gate is on the left.', customer_email: 'me@example.org' })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      booking: {
        id: expect.any(String),
        organizationId: null,
        meetingTypeId: TYPE_ID,
        meetingTypeName: 'Consultation',
        hostId: USERS.host.id,
        hostName: 'Hana Host',
        customerId: USERS.customer.id,
        customerName: 'Carl Customer',
        customerEmail: 'me@example.org',
        startTime: START,
        endTime: '2026-11-23T09:30:00.000Z',
        status: 'confirmed',
        viewerRole: 'customer',
        joinWindow: { opensAt: '2026-11-23T08:45:00.000Z', closesAt: '2026-11-23T09:30:00.000Z' },
        notes: 'The gate is on the left.',
        customerTimeZone: 'America/New_York',
        guests: [],
        hosts: [],
        answers: {},
        cancellation: null,
        changeableUntil: '2026-11-23T07:00:00.000Z',
        presence: null,
        sequence: 0,
        metadata: {},
      },
    })
  })

  it('puts the booking on the lists of both', async () => {
    const { book, send } = booking()
    const { id } = (await (await book()).json()).booking
    for (const as of ['customer', 'host'] as const) {
      const { bookings } = await (await send('/bookings', { as })).json()
      expect(bookings.map((one: { id: string }) => one.id)).toContain(id)
    }
  })

  it('tells of it once', async () => {
    const events: object[] = []
    const { withKey } = booking({ onEvent: (event) => void events.push(event) })
    await withKey('key-1')
    await withKey('key-1')
    expect(events).toEqual([
      {
        type: 'booking.created',
        bookingId: expect.any(String),
        meetingTypeId: TYPE_ID,
        hostId: USERS.host.id,
        startTime: START,
        userId: USERS.customer.id,
        at: new Date('2026-11-22T12:00:00Z'),
        requestId: 'request-1',
      },
    ])
  })

  it.each([
    ['in the past', '2026-11-20T09:00:00.000Z'],
    ['beside the grid', '2026-11-23T09:10:00.000Z'],
    ['outside the hours', '2026-11-23T16:00:00.000Z'],
    ['too far ahead', '2027-03-01T09:00:00.000Z'],
    ['sooner than the notice allows', '2026-11-23T08:00:00.000Z', '2026-11-23T07:30:00Z'],
  ])(
    'refuses a start %s, whatever the client believes',
    async (_, start_time, now = '2026-11-22T12:00:00Z') => {
      const { book, clock } = booking()
      clock.set(now)
      const response = await book({ start_time })
      expect([response.status, (await response.json()).code]).toEqual([409, 'SLOT_TAKEN'])
    },
  )

  it('names the three free slots before and after one that is taken', async () => {
    const { book } = booking()
    await book({ start_time: '2026-11-23T10:00:00.000Z' }, 'stranger')
    await book({}, 'stranger')
    const response = await book()
    expect(response.status).toBe(409)
    const { details } = await response.json()
    expect(details.nearest.map(({ start }: { start: string }) => start.slice(8, 16))).toEqual([
      '23T08:00',
      '23T08:30',
      '23T09:30',
      '23T10:30',
      '23T11:00',
    ])
    expect(details.nearest[0]).toEqual({ start: '2026-11-23T08:00:00.000Z', end: '2026-11-23T08:30:00.000Z' })
  })

  it('lets one of fifty win', async () => {
    const { book } = booking({ rateLimit: false })
    const answers = await Promise.all(Array.from({ length: 50 }, () => book()))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 409)])
  })

  it('says that the slot is taken even when nobody can say what else is free', async () => {
    const { schedule } = world()
    let asked = 0
    const findOpenings: typeof schedule.findOpenings = async (request) => {
      asked += 1
      if (asked > 1) throw new Error('The database has gone.')
      return schedule.findOpenings(request)
    }
    const { book } = booking({ schedule: { ...schedule, findOpenings } })
    const response = await book({ start_time: '2026-11-23T09:10:00.000Z' })
    expect([response.status, (await response.json()).details]).toEqual([409, { nearest: [] }])
  })

  it.each([
    ['bufferBeforeMinutes', '2026-11-23T08:30:00.000Z'],
    ['bufferAfterMinutes', '2026-11-23T09:30:00.000Z'],
  ])('keeps %s of the type free around it, also for types without buffers', async (buffer, neighbour) => {
    const { book, schedule } = booking({ meetingType: { rules: { ...MEETING_TYPE.rules, [buffer]: 30 } } })
    schedule.putMeetingType({ ...MEETING_TYPE, id: PLAIN_TYPE_ID })
    await book()
    const response = await book({ meeting_type_id: PLAIN_TYPE_ID, start_time: neighbour }, 'stranger')
    expect(response.status).toBe(409)
  })

  it.each([
    ['bufferBeforeMinutes', '2026-11-23T08:30:00.000Z'],
    ['bufferAfterMinutes', '2026-11-23T09:30:00.000Z'],
  ])('minds %s also when both book at the same moment', async (buffer, neighbour) => {
    const { book, schedule } = booking({ meetingType: { rules: { ...MEETING_TYPE.rules, [buffer]: 30 } } })
    schedule.putMeetingType({ ...MEETING_TYPE, id: PLAIN_TYPE_ID })
    const answers = await Promise.all([
      book({ meeting_type_id: PLAIN_TYPE_ID, start_time: neighbour }, 'stranger'),
      book(),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('holds the daily maximum when two people book different slots at the same moment', async () => {
    const { book } = booking({ meetingType: { rules: { ...MEETING_TYPE.rules, dailyMaximum: 1 } } })
    const answers = await Promise.all([
      book({}, 'customer'),
      book({ start_time: '2026-11-23T12:00:00.000Z' }, 'stranger'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('keeps the rules of the moment of booking: the cutoff is that of then', async () => {
    const { book, schedule, send } = booking()
    await book()
    const type = (await schedule.listMeetingTypes({ viewer: BOOKER }))[0]
    if (type === undefined) throw new Error('There is no type.')
    schedule.putMeetingType({ ...type, cancellationCutoffMinutes: 1440 })
    const { bookings } = await (await send('/bookings')).json()
    expect(bookings.at(-1).changeableUntil).toBe('2026-11-23T07:00:00.000Z')
  })
})

const BOOKER = {
  userId: USERS.customer.id,
  verifiedEmail: null,
  name: null,
  adminOf: null,
  organizationId: null,
}

describe('booking under a key', () => {
  it('answers the same booking when the request is repeated, and says so', async () => {
    const { withKey, store } = booking()
    const first = await withKey('key-1')
    const again = await withKey('key-1')
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([200, null])
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    expect(await again.json()).toEqual(await first.json())
    expect(store.all()).toHaveLength(2)
  })

  it('takes the same fields in another order, and another hold, for the same request', async () => {
    const { withKey, postJson } = booking()
    await withKey('key-1', { guests: [{ email: 'a@example.org', name: 'A' }] })
    const turned = Object.fromEntries(Object.entries(DRAFT).reverse())
    const again = await postJson(
      '/bookings',
      { hold_id: MISSING_ID, guests: [{ name: 'A', email: 'a@example.org' }], ...turned },
      'customer',
      { 'idempotency-key': 'key-1' },
    )
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })

  it.each<[string, Partial<MemoryMeetingType>]>([
    ['is no longer offered', { active: false }],
    ['asks something new', { questions: [{ id: 'why', label: 'Why?', type: 'text', required: true }] }],
  ])('answers the booking it made when the type %s meanwhile', async (_what, change) => {
    const { withKey, schedule } = booking()
    const first = await withKey('key-1')
    schedule.putMeetingType({ ...MEETING_TYPE, ...change })
    const again = await withKey('key-1')
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    expect(await again.json()).toEqual(await first.json())
  })

  it('refuses the key for another request', async () => {
    const { withKey } = booking()
    await withKey('key-1')
    const other = await withKey('key-1', { notes: 'And one thing more.' })
    expect([other.status, (await other.json()).code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
  })

  it('is no secret: the same key of another person makes another request', async () => {
    const { withKey } = booking()
    const mine = (await (await withKey('key-1')).json()).booking
    const theirs = await withKey('key-1', { start_time: '2026-11-23T10:00:00.000Z' }, 'stranger')
    expect(theirs.status).toBe(200)
    expect((await theirs.json()).booking.id).not.toBe(mine.id)
  })

  it('says when a repetition makes sense while the first is still worked on', async () => {
    const { schedule } = world()
    const busy = { ...schedule, book: async () => ({ outcome: 'key_in_progress' as const }) }
    const response = await booking({ schedule: busy }).withKey('key-1')
    expect([response.status, response.headers.get('retry-after')]).toEqual([409, '1'])
    expect((await response.json()).code).toBe('IDEMPOTENCY_IN_PROGRESS')
  })

  it.each(['', 'k'.repeat(256), 'two words', 'grün'])('refuses the key %j', async (key) => {
    const response = await booking().withKey(key)
    expect([response.status, await fieldsOf(response)]).toEqual([422, ['Idempotency-Key']])
  })
})

describe('a draft', () => {
  it.each<[string, object]>([
    ['meeting_type_id', { meeting_type_id: 'consultation' }],
    ['meeting_type_id', { meeting_type_id: MISSING_ID }],
    ['start_time', { start_time: '2026-11-23T09:00' }],
    ['start_time', { start_time: '2026-11-23T10:00:00+01:00' }],
    ['start_time', { start_time: '9999-11-23T10:00:00Z' }],
    ['customer_name', { customer_name: '  ' }],
    ['customer_name', { customer_name: 'x'.repeat(201) }],
    ['customer_name', { customer_name: 'Carl\r\nAdmin' }],
    ['customer_email', { customer_email: 'carl@' }],
    ['time_zone', { time_zone: 'Europe/Atlantis' }],
    ['time_zone', { time_zone: '+01:00' }],
    ['notes', { notes: 'x'.repeat(2001) }],
    ['notes', { notes: 'a\0b' }],
    ['notes', { notes: '\ud800' }],
    ['guests', { guests: Array.from({ length: 21 }, (_, index) => ({ email: `g${index}@example.org` })) }],
    ['guests.1.email', { guests: [{ email: 'a@example.org' }, { email: 'A@example.org' }] }],
    ['guests.0', { guests: [{ email: 'a@example.org', role: 'host' }] }],
    ['answers', { answers: { company: 7 } }],
    ['answers', { answers: { company: 'x'.repeat(2001) } }],
    ['answers', { answers: { ['x'.repeat(101)]: true } }],
    ['answers', { answers: { company: 'Nobody asked.' } }],
    ['', { status: 'completed' }],
    ['', { host_id: USERS.customer.id }],
    ['', { metadata: { hosts: [{ id: USERS.customer.id }] } }],
    ['', { customer_id: USERS.host.id }],
  ])('is refused at %j: %j', async (path, changes) => {
    const { book, store } = booking()
    const response = await book(changes)
    expect([response.status, await fieldsOf(response)]).toEqual([422, [path]])
    expect(store.all()).toHaveLength(1)
  })

  const QUESTIONS = [
    { id: 'company', label: 'Company', type: 'text', required: true },
    { id: 'story', label: 'What is it about?', type: 'long_text', required: false },
    { id: 'size', label: 'How many?', type: 'choice', required: false, options: ['one', 'many'] },
    { id: 'terms', label: 'I agree', type: 'checkbox', required: true },
  ] as const
  const asking = () =>
    booking({ meetingType: { questions: QUESTIONS.map((question) => ({ ...question })) as never } })

  it('keeps the answers to the questions of the type', async () => {
    const answers = { company: 'Acme', story: 'Two\nlines', size: 'many', terms: true }
    const response = await asking().book({ answers })
    expect((await response.json()).booking.answers).toEqual(answers)
  })

  it('is the same draft under a key, however its answers are ordered', async () => {
    const { withKey } = asking()
    await withKey('key-1', { answers: { company: 'Acme', terms: true } })
    const again = await withKey('key-1', { answers: { terms: true, company: 'Acme' } })
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })

  it('takes no answer from what every object has', async () => {
    const question = { id: 'toString', label: 'Which?', type: 'text', required: false } as const
    const { book } = booking({ meetingType: { questions: [question] } })
    expect((await (await book()).json()).booking.answers).toEqual({})
  })

  it('keeps addresses of guests as they are compared: in lower case', async () => {
    const { book, store } = booking()
    await book({ guests: [{ email: 'Kim@Example.org' }] })
    expect(store.all().at(-1)?.metadata.guests).toEqual([{ email: 'kim@example.org' }])
  })

  it.each<[string[], object]>([
    [['answers.company', 'answers.terms'], {}],
    [['answers.company'], { company: '', terms: true }],
    [['answers.company'], { company: 'two\nlines', terms: true }],
    [['answers.company'], { company: true, terms: true }],
    [['answers.size'], { company: 'Acme', size: 'some', terms: true }],
    [['answers.terms'], { company: 'Acme', terms: false }],
    [['answers.terms'], { company: 'Acme', terms: 'yes' }],
    [['answers'], { company: 'Acme', terms: true, constructor: 'x' }],
  ])('is refused at %j for the answers %j', async (paths, answers) => {
    const response = await asking().book({ answers })
    expect([response.status, await fieldsOf(response)]).toEqual([422, paths])
  })
})

describe('people who try more than they may', () => {
  it('cannot tell a type of another organisation from one that is not there', async () => {
    const { book, send, postJson } = booking()
    const slot = { start_time: START }
    const dates = 'from=2026-11-23&to=2026-11-23&time_zone=UTC'
    const missing = await (await book({ meeting_type_id: MISSING_ID })).text()
    const foreign = await Promise.all([
      book({ meeting_type_id: FOREIGN_TYPE_ID }),
      postJson('/holds', { meeting_type_id: FOREIGN_TYPE_ID, ...slot }),
      send(`/availability?meeting_type_id=${FOREIGN_TYPE_ID}&${dates}`),
    ])
    for (const response of foreign) {
      expect([response.status, await response.text()]).toEqual([422, missing])
    }
    expect(await (await send('/meeting-types')).text()).not.toContain(FOREIGN_TYPE_ID)
  })

  it('do not become somebody by naming their address', async () => {
    const { book, send } = booking()
    await book({ customer_email: 'lou@example.org' }, 'stranger')
    const { bookings } = await (await send('/bookings', { as: 'guest' })).json()
    expect(bookings.map(({ id }: { id: string }) => id)).toEqual([BOOKING_ID])
  })

  it('who are invited see names, and neither addresses nor answers', async () => {
    const { book, send } = booking({
      meetingType: { questions: [{ id: 'company', label: 'Company', type: 'text', required: true }] },
    })
    await book({
      customer_email: 'carl@example.org',
      guests: [{ email: 'LOU@example.org', name: 'Lou' }, { email: 'kim@example.org' }],
      answers: { company: 'Acme' },
    })
    const text = await (await send('/bookings', { as: 'guest' })).text()
    expect(text).not.toContain('@')
    const seen = JSON.parse(text).bookings.at(-1)
    expect(seen).toMatchObject({
      viewerRole: 'guest',
      guests: [{ name: 'Lou' }, { name: null }],
      customerEmail: null,
      answers: {},
      changeableUntil: null,
      metadata: {},
    })
    expect(JSON.stringify(seen)).not.toContain('Acme')
  })

  it('find nothing to book where nothing can be booked', async () => {
    const { book, send, postJson } = booking({ bookable: false })
    expect((await book()).status).toBe(405)
    expect((await send('/meeting-types')).status).toBe(404)
    expect((await postJson(`/bookings/${BOOKING_ID}/cancel`, {})).status).toBe(404)
    expect((await send('/schedule')).status).toBe(404)
    const { bookings } = await (await send('/bookings')).json()
    expect(bookings[0].changeableUntil).toBeNull()
  })
})
