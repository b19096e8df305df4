import { describe, expect, it } from 'vitest'
import { BOOKING_ID, MISSING_ID, USERS, world } from '../../test/world.ts'
import type { MeetingsEvent, NewsRequest, RoomNews } from '../index.ts'
import { fakeVideo } from '../testing/index.ts'

const PATH = '/api/meetings/twilio/status-callback'
const HERE = `https://app.example.com${PATH}`

function connection(
  type: 'connected' | 'disconnected',
  who: 'host' | 'customer' | 'stranger',
  more: { time?: string; connectionId?: string; bookingId?: string } = {},
): RoomNews {
  const { time = '14:10:00', connectionId = `PA-${who}`, bookingId = BOOKING_ID } = more
  const at = new Date(`2026-11-22T${time}Z`)
  return { type, bookingId, roomId: 'RM1', connectionId, identity: USERS[who].id, at }
}

/** Both people are in, since 14:00. */
async function meeting() {
  const events: MeetingsEvent[] = []
  const there = world({ onEvent: (event) => void events.push(event) })
  await there.post('/launch-video')
  await there.post('/launch-video', 'host')
  const tell = (news: RoomNews | 'other', url = HERE) =>
    there.meetings.fetch(there.video.newsRequest(url, news))
  return { ...there, events: () => events.slice(4), tell }
}

describe('news of the room service', () => {
  it('lets the people leave whose browsers could not say so, and completes the meeting after the last', async () => {
    const { tell, store, events } = await meeting()
    for (const who of ['customer', 'host'] as const) {
      expect((await tell(connection('connected', who, { time: '14:01:00' }))).status).toBe(204)
    }
    await tell(connection('disconnected', 'customer'))
    expect(store.get(BOOKING_ID)?.status).toBe('in_progress')
    await tell(connection('disconnected', 'host'))
    expect(store.get(BOOKING_ID)?.status).toBe('completed')
    const common = { bookingId: BOOKING_ID, at: new Date('2026-11-22T14:10:00Z'), requestId: 'request-1' }
    expect(events()).toEqual([
      { ...common, type: 'meeting.left', userId: USERS.customer.id, source: 'room' },
      { ...common, type: 'meeting.left', userId: USERS.host.id, source: 'room' },
      { ...common, type: 'meeting.completed', because: 'everybody_left' },
    ])
  })

  it('of a room that ended ends the meeting', async () => {
    const { tell, store, events } = await meeting()
    const at = new Date('2026-11-22T14:20:00Z')
    await tell({ type: 'ended', bookingId: BOOKING_ID, roomId: 'RM1', at })
    expect(store.get(BOOKING_ID)?.status).toBe('completed')
    expect(events().at(-1)).toMatchObject({ type: 'meeting.completed', because: 'room_ended', at })
  })

  it('changes nothing when it comes twice', async () => {
    const { tell, events } = await meeting()
    await tell(connection('connected', 'customer', { time: '14:01:00' }))
    await tell(connection('disconnected', 'customer'))
    await tell(connection('disconnected', 'customer'))
    expect(events()).toHaveLength(1)
  })

  it('that somebody is back after a lost connection brings them in again', async () => {
    const { tell, store, events } = await meeting()
    await tell(connection('disconnected', 'customer'))
    await tell(connection('disconnected', 'host'))
    expect(store.get(BOOKING_ID)?.status).toBe('completed')
    await tell(connection('connected', 'host', { connectionId: 'PA-again', time: '14:10:05' }))
    expect(store.get(BOOKING_ID)?.status).toBe('in_progress')
    expect(events().at(-1)).toMatchObject({ type: 'meeting.joined', userId: USERS.host.id, source: 'room' })
  })

  it.each([
    ['about nothing that matters', 'other'],
    ['about a meeting nobody knows', connection('disconnected', 'host', { bookingId: MISSING_ID })],
    ['about somebody who never came', connection('connected', 'stranger')],
  ] as const)('%s is taken and changes nothing', async (_, news) => {
    const { tell, store, events } = await meeting()
    expect((await tell(news)).status).toBe(204)
    expect(events()).toEqual([])
    expect(store.get(BOOKING_ID)?.status).toBe('in_progress')
  })

  it('that is forged changes nothing, and the owner learns what to check', async () => {
    const warnings: unknown[] = []
    const logger = { error: () => {}, warn: (...line: unknown[]) => warnings.push(line) }
    const { meetings, post, store, video } = world({ logger, publicUrl: 'https://meet.example.org' })
    await post('/launch-video')
    const request = video.newsRequest(HERE, connection('disconnected', 'customer'))
    const headers = new Headers(request.headers)
    for (const name of headers.keys()) if (name.includes('signature')) headers.set(name, 'forged')
    const forged = new Request(HERE, { method: 'POST', headers, body: await request.text() })
    const response = await meetings.fetch(forged)
    expect([response.status, (await response.json()).code]).toEqual([403, 'WEBHOOK_SIGNATURE_INVALID'])
    expect(store.get(BOOKING_ID)?.status).toBe('in_progress')
    expect(warnings).toEqual([
      [
        {
          requestId: 'request-1',
          urls: [`https://meet.example.org${PATH}`, HERE],
          hint: expect.stringContaining('set publicUrl'),
        },
        'A status callback was refused.',
      ],
    ])
  })

  it('can be signed for the public address, for what proxies say, or for what is seen', async () => {
    const seen: NewsRequest[] = []
    const video = {
      ...fakeVideo(),
      readNews: async (request: NewsRequest) => {
        seen.push(request)
        return null
      },
    }
    const options = { video, publicUrl: 'https://meet.example.org/app' }
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-proto': 'https, http',
      'x-forwarded-host': 'proxy.example.org',
    }
    const request = (url: string) => new Request(url, { method: 'POST', headers, body: 'A=1&B=2&A=3' })
    const { meetings } = world(options)
    await meetings.fetch(request('http://10.0.0.7:3000/api/meetings/twilio/status-callback?key=1'))
    expect(seen[0]?.urls).toEqual([
      `https://meet.example.org/app${PATH}?key=1`,
      `https://meet.example.org${PATH}?key=1`,
      `https://proxy.example.org${PATH}?key=1`,
      `http://10.0.0.7:3000${PATH}?key=1`,
    ])
    expect(seen[0]?.fields).toEqual([
      ['A', '1'],
      ['B', '2'],
      ['A', '3'],
    ])
    await meetings.handlers.twilioStatusCallback(request('http://10.0.0.7:3000/hooks/room'))
    expect(seen[1]?.urls).toContain('https://meet.example.org/hooks/room')
  })

  it.each([
    ['application/json', '{}', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['application/x-www-form-urlencoded', 'x'.repeat(65 * 1024), 413, 'PAYLOAD_TOO_LARGE'],
    ['application/x-www-form-urlencoded', '', 403, 'WEBHOOK_SIGNATURE_INVALID'],
  ])('as %s is refused when it cannot be news', async (type, body, status, code) => {
    const response = await world().send('/twilio/status-callback', {
      as: null,
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect([response.status, (await response.json()).code]).toEqual([status, code])
  })

  it('whose body the host has lost is a mistake in the setup, and says how to mend it', async () => {
    const causes: unknown[] = []
    const { meetings, video } = world({ onError: (error) => causes.push(error.cause) })
    const request = video.newsRequest(HERE, connection('connected', 'host'))
    await request.text()
    const response = await meetings.fetch(request)
    expect([response.status, (await response.json()).code]).toEqual([500, 'WEBHOOK_BODY_REWRITTEN'])
    expect(String(causes[0])).toContain('Mount the handler before body parsers')
  })

  it('finds nobody where the video provider reads none', async () => {
    const { readNews, ...video } = fakeVideo()
    expect(readNews).toBeDefined()
    const request = fakeVideo().newsRequest(HERE, connection('connected', 'host'))
    const response = await world({ video: video as ReturnType<typeof fakeVideo> }).meetings.fetch(request)
    expect([response.status, (await response.json()).code]).toEqual([404, 'ROUTE_NOT_FOUND'])
  })
})
