import { createRequire } from 'node:module'
import { type BookingRecord, createMeetings, type MeetingsUser } from '@meetings/server'
import { memoryStore } from '@meetings/server/testing'
import { twilioVideo } from '@meetings/server/twilio'
import { describe, expect, it } from 'vitest'
import { joinSignaling } from './join-signaling.ts'
import { ACCOUNT, startTwilio } from './start-twilio.ts'

// The very library that Twilio's signs its tokens with.
const loadAsTwilio = createRequire(createRequire(import.meta.url).resolve('twilio'))
const { verify } = loadAsTwilio('jsonwebtoken') as {
  verify(token: string, secret: string, rules: object): Claims
}

interface Claims {
  iss: string
  sub: string
  iat: number
  exp: number
  grants: { identity: string; video: { room?: string } }
}

const claimsOf = (token: string, rules: object = {}) =>
  verify(token, ACCOUNT.apiKeySecret, { algorithms: ['HS256'], ...rules })
const GRANT = { identity: 'someone', roomName: 'meeting_1', ttlSeconds: 600 }

describe('a token, for Twilio’s own library', () => {
  it.each([1, 600, 86_400])('is genuine, of our account, and lives %d seconds', async (ttlSeconds) => {
    const { token, expiresAt } = await twilioVideo(ACCOUNT).issueToken({ ...GRANT, ttlSeconds })
    const claims = claimsOf(token, { issuer: ACCOUNT.apiKeySid, subject: ACCOUNT.accountSid })
    expect(claims.exp - claims.iat).toBe(ttlSeconds)
    expect(expiresAt).toEqual(new Date(claims.exp * 1000))
    expect(claims.grants).toEqual({ identity: 'someone', video: { room: 'meeting_1' } })
    expect(() => claimsOf(token, { clockTimestamp: claims.exp })).toThrow('jwt expired')
  })
})

describe('a token, for Twilio’s server', () => {
  it('opens its room until the second it ends', async () => {
    let ahead = 0
    const now = () => new Date(Date.now() + ahead)
    const { emulator, video } = await startTwilio({ emulator: { now } })
    const { token, expiresAt } = await video.issueToken(GRANT)
    ahead = expiresAt.getTime() - Date.now() - 2000
    expect((await joinSignaling(emulator, token, 'meeting_1')).roomSid).toMatch(/^RM/)
    ahead = expiresAt.getTime() - Date.now() + 1
    await expect(joinSignaling(emulator, token, 'meeting_1')).rejects.toMatchObject({ code: 20104 })
  })

  it('opens no other room', async () => {
    const { emulator, video } = await startTwilio()
    const { token } = await video.issueToken(GRANT)
    await expect(joinSignaling(emulator, token, 'meeting_2')).rejects.toMatchObject({ code: 20106 })
    expect(emulator.rooms()).toEqual([])
  })

  it('opens nothing when it is signed with another key', async () => {
    const { emulator, video } = await startTwilio({ video: { apiKeySecret: 'another secret' } })
    const { token } = await video.issueToken(GRANT)
    await expect(joinSignaling(emulator, token, 'meeting_1')).rejects.toMatchObject({ code: 20107 })
  })
})

describe('a token that a launch hands out', () => {
  const HOUR = 3_600_000
  const ID = '0b000000-0000-4000-8000-000000000001'
  const HOST = '0c000000-0000-4000-8000-000000000001'

  function launchAs(
    user: MeetingsUser,
    { endsInMs = HOUR, ttlSeconds }: { endsInMs?: number; ttlSeconds?: number } = {},
  ) {
    const booking: BookingRecord = {
      id: ID,
      organizationId: null,
      meetingTypeId: null,
      meetingTypeName: 'Consultation',
      hostId: HOST,
      hostName: 'Hana Host',
      customerId: 'carl@example.org',
      customerName: 'Carl Customer',
      customerEmail: 'carl@example.org',
      startTime: new Date(Date.now() - HOUR).toISOString(),
      endTime: new Date(Date.now() + endsInMs).toISOString(),
      status: 'confirmed',
      metadata: {},
    }
    const meetings = createMeetings({
      store: memoryStore({ bookings: [booking] }),
      video: twilioVideo(ACCOUNT),
      authenticate: () => null,
      ...(ttlSeconds === undefined ? {} : { token: { ttlSeconds } }),
    })
    return meetings.api.launchVideo({ bookingId: ID }, { user })
  }

  it('is for the room of the booking', async () => {
    const { token } = await launchAs({ id: HOST })
    expect(claimsOf(token).grants).toEqual({ identity: HOST, video: { room: `meeting_${ID}` } })
  })

  it('tells nothing about the person, also when the account is an address', async () => {
    const person = { id: 'carl@example.org', email: 'carl@example.org', emailVerified: true, name: 'Carl' }
    const { token } = await launchAs(person)
    const claims = claimsOf(token)
    expect(claims.grants.identity).toMatch(/^[0-9a-f]{32}$/)
    expect(JSON.stringify(claims)).not.toMatch(/carl|example|customer|hana|consultation/i)
    expect(claimsOf((await launchAs(person)).token).grants.identity).toBe(claims.grants.identity)
  })

  it.each([
    ['an hour when nothing else is said', {}, 3600],
    ['as long as configured', { ttlSeconds: 60 }, 60],
    ['never longer than an hour past the end', { ttlSeconds: 86_400 }, 7200],
    ['never longer than a day', { ttlSeconds: 86_400, endsInMs: 48 * HOUR }, 86_400],
  ])('lives %s', async (_what, options, seconds) => {
    const { token } = await launchAs({ id: HOST }, options)
    const { exp, iat } = claimsOf(token)
    expect(seconds - (exp - iat)).toBeGreaterThanOrEqual(0)
    expect(seconds - (exp - iat)).toBeLessThanOrEqual(1)
  })
})
