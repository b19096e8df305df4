import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, it } from 'vitest'
import type { NewsRequest } from '../../ports/video-provider.ts'
import { twilioVideo } from '../index.ts'

const account = {
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'the-api-key-secret',
}
const PRIMARY = 'the-auth-token'
const SECONDARY = 'the-next-auth-token'
const URL = 'https://app.example.com/api/meetings/twilio/status-callback?tenant=1'
const BOOKING = '0b000000-0000-4000-8000-000000000001'

const FIELDS = {
  AccountSid: account.accountSid,
  RoomName: `meeting_${BOOKING}`,
  RoomSid: `RM${'3'.repeat(32)}`,
  StatusCallbackEvent: 'participant-disconnected',
  Timestamp: '2026-11-22T14:30:00.250Z',
  ParticipantSid: `PA${'4'.repeat(32)}`,
  ParticipantIdentity: '0c000000-0000-4000-8000-000000000002',
}

/** Fields as Twilio signs and sends them; `undefined` leaves one out. */
function signed(
  fields: Record<string, string | string[] | undefined> = {},
  { token = PRIMARY, url = URL }: { token?: string; url?: string } = {},
): NewsRequest {
  const present = Object.entries({ ...FIELDS, ...fields }).filter(([, value]) => value !== undefined)
  const signature = getExpectedTwilioSignature(token, url, Object.fromEntries(present))
  return {
    urls: [url],
    headers: new Headers({ 'x-twilio-signature': signature }),
    fields: present.flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as const)),
  }
}

const read = (request: NewsRequest, authToken: string | string[] | undefined = PRIMARY) =>
  twilioVideo({ ...account, authToken }).readNews(request)

describe('a status callback of Twilio', () => {
  it('says who left which meeting, and when', async () => {
    expect(await read(signed())).toEqual({
      type: 'disconnected',
      bookingId: BOOKING,
      roomId: FIELDS.RoomSid,
      connectionId: FIELDS.ParticipantSid,
      identity: FIELDS.ParticipantIdentity,
      at: new Date('2026-11-22T14:30:00.250Z'),
    })
  })

  it('says that a room has ended, without anybody in it', async () => {
    const fields = {
      StatusCallbackEvent: 'room-ended',
      ParticipantSid: undefined,
      ParticipantIdentity: undefined,
    }
    expect(await read(signed(fields))).toEqual({
      type: 'ended',
      bookingId: BOOKING,
      roomId: FIELDS.RoomSid,
      at: new Date('2026-11-22T14:30:00.250Z'),
    })
  })

  it.each(['2026-11-22T14:30:00Z', '2026-11-22T14:30:00.25Z', '2026-11-22T15:30:00.250000+01:00'])(
    'may tell the time as %s',
    async (time) => {
      const news = await read(signed({ Timestamp: time }))
      expect(news?.at.toISOString()).toMatch(/^2026-11-22T14:30:00/)
    },
  )

  it.each(['room-created', 'track-added', 'recording-started', 'constructor', ''])(
    'is no news when it is about "%s"',
    async (event) => {
      expect(await read(signed({ StatusCallbackEvent: event, Timestamp: undefined }))).toBeNull()
    },
  )

  it.each([
    'standup',
    BOOKING,
    `meeting_${BOOKING}x`,
    ` meeting_${BOOKING}`,
    `meeting_${BOOKING}\n`,
    '',
    undefined,
  ])('is no news when it is about the room %j', async (room) => {
    expect(await read(signed({ RoomName: room }))).toBeNull()
  })

  it.each([
    ['Timestamp', undefined],
    ['Timestamp', 'yesterday'],
    ['Timestamp', '1795357800'],
    ['Timestamp', '2026-11-22'],
    ['Timestamp', 'Sun, 22 Nov 2026 14:30:00 GMT'],
    ['Timestamp', '2026-13-45T14:30:00Z'],
    ['Timestamp', ['2026-11-22T14:30:00Z', '2026-11-22T15:30:00Z']],
    ['RoomSid', undefined],
    ['ParticipantSid', ''],
    ['ParticipantIdentity', undefined],
  ])('that is genuine but says nothing as %s (%j) is an error that names it', async (name, value) => {
    await expect(read(signed({ [name]: value }))).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { fields: [{ path: name }] },
      cause: { message: expect.stringContaining(name) },
    })
  })

  it('may carry fields nobody knows, twice, and under any name', async () => {
    const odd = { Same: ['a', 'b'], constructor: 'x', toString: 'y', '': 'z', RoomStatus: 'completed' }
    expect(await read(signed(odd))).toMatchObject({ type: 'disconnected' })
    const request = signed()
    const proto = Object.fromEntries([...request.fields, ['__proto__', 'x']])
    const signature = getExpectedTwilioSignature(PRIMARY, URL, proto)
    const headers = new Headers({ 'x-twilio-signature': signature })
    const fields = [...request.fields, ['__proto__', 'x']] as const
    expect(await read({ urls: [URL], headers, fields })).toMatchObject({ type: 'disconnected' })
  })
})

describe('the signature of a status callback', () => {
  it('may be made with any of the auth tokens while they are rotated', async () => {
    const both = [PRIMARY, SECONDARY]
    expect(await read(signed({}, { token: PRIMARY }), both)).not.toBeNull()
    expect(await read(signed({}, { token: SECONDARY }), both)).not.toBeNull()
  })

  it.each([
    [SECONDARY, PRIMARY],
    ['somebody’s token', [PRIMARY, SECONDARY]],
    [account.apiKeySecret, PRIMARY],
  ])('is refused when it was made with %j and we have %j', async (token, ours) => {
    await expect(read(signed({}, { token }), ours)).rejects.toMatchObject({
      code: 'WEBHOOK_SIGNATURE_INVALID',
    })
  })

  it('may be made for the address with or without its default port', async () => {
    const withPort = URL.replace('.com/', '.com:443/')
    expect(await read({ ...signed({}, { url: withPort }), urls: [URL] })).not.toBeNull()
    expect(await read({ ...signed(), urls: [withPort] })).not.toBeNull()
  })

  it.each([
    ['http instead of https', URL.replace('https', 'http')],
    ['another path', URL.replace('status-callback', 'other')],
    ['another query', URL.replace('tenant=1', 'tenant=2')],
    ['no query', URL.replace('?tenant=1', '')],
    ['a slash more', URL.replace('?', '/?')],
    ['another host', URL.replace('app.', 'evil.')],
  ])('is refused for %s', async (_what, url) => {
    await expect(read({ ...signed(), urls: [url] })).rejects.toMatchObject({
      code: 'WEBHOOK_SIGNATURE_INVALID',
    })
  })

  it.each(['', 'x', 'ünï', 'a'.repeat(28), `${'A'.repeat(27)}=`])(
    'is refused when it is "%s"',
    async (text) => {
      const headers = { get: () => text } as unknown as Headers
      await expect(read({ ...signed(), headers })).rejects.toMatchObject({
        code: 'WEBHOOK_SIGNATURE_INVALID',
      })
    },
  )

  it('is missed by name, so that whoever tries the address by hand knows', async () => {
    await expect(read({ ...signed(), headers: new Headers() })).rejects.toMatchObject({
      code: 'WEBHOOK_SIGNATURE_INVALID',
      cause: { message: expect.stringContaining('no X-Twilio-Signature header') },
    })
  })

  it('does not help a callback of another account', async () => {
    for (const AccountSid of [
      `AC${'9'.repeat(32)}`,
      undefined,
      [account.accountSid, `AC${'9'.repeat(32)}`],
    ]) {
      await expect(read(signed({ AccountSid }))).rejects.toMatchObject({ code: 'WEBHOOK_SIGNATURE_INVALID' })
    }
  })

  it('cannot be checked without an auth token, which says so', async () => {
    const unset = twilioVideo({ ...account, authToken: undefined })
    await expect(unset.readNews(signed())).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      cause: { message: expect.stringContaining('TWILIO_AUTH_TOKEN') },
    })
  })

  it('leaves a hint for the owner that holds the addresses and no secret', async () => {
    const request = { ...signed({}, { token: 'wrong' }), urls: ['http://u:pass@10.0.0.7:3000/hook?key=k'] }
    const error = await read(request).catch((reason: Error) => reason)
    const hint = String((error as Error).cause)
    expect(hint).toContain('http://10.0.0.7:3000/hook')
    expect(hint).toContain('publicUrl')
    expect(hint).not.toMatch(/pass|key=k|the-auth-token/)
  })
})
