import { isMeetingsError } from '@meetings/server'
import { twilioVideo } from '@meetings/server/twilio'
import * as fc from 'fast-check'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, it } from 'vitest'
import { ACCOUNT, AUTH_TOKEN } from './start-twilio.ts'

const RUNS = { numRuns: 1000, seed: 20_261_122 }

const name = fc.oneof(
  fc.constantFrom(
    'ParticipantIdentity',
    'RoomName',
    'RoomSid',
    'StatusCallbackEvent',
    'Timestamp',
    'ParticipantSid',
  ),
  fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'toString', '', '0'),
  fc.string({ unit: 'binary' }),
)
const value = fc.oneof(
  fc.constantFrom(ACCOUNT.accountSid, 'participant-connected', 'room-ended', '2026-11-22T14:00:00Z', ''),
  fc.constant('meeting_0b000000-0000-4000-8000-000000000001'),
  fc.string({ unit: 'binary' }),
)
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.string(),
  fc.constantFrom('https://[::1', '//'),
)
const callback = fc.record({ fields: fc.array(fc.tuple(name, value)), urls: fc.array(url) })

describe('two thousand callbacks that nobody thought of', () => {
  const { readNews } = twilioVideo({ ...ACCOUNT, authToken: AUTH_TOKEN })
  const outcomeOf = (request: Parameters<typeof readNews>[0]) =>
    readNews(request).then(
      () => 'read',
      (error: unknown) => (isMeetingsError(error) ? error.code : String(error)),
    )

  it('are refused without a signature that fits, whatever they hold', async () => {
    const signature = fc.oneof(
      fc.base64String({ minLength: 28, maxLength: 28 }),
      fc.string({ unit: 'grapheme-ascii' }),
    )
    await fc.assert(
      fc.asyncProperty(callback, signature, async (request, text) => {
        const headers = new Headers({ 'x-twilio-signature': text })
        expect(await outcomeOf({ ...request, headers })).toBe('WEBHOOK_SIGNATURE_INVALID')
      }),
      RUNS,
    )
  })

  it('are read, or refused with a reason, when Twilio signed them', async () => {
    await fc.assert(
      fc.asyncProperty(callback, fc.webUrl(), async ({ fields: some, urls }, signedUrl) => {
        const fields = [...some, ['AccountSid', ACCOUNT.accountSid] as const]
        const values = new Map<string, string[]>()
        for (const [key, one] of fields) values.set(key, [...(values.get(key) ?? []), one])
        const signature = getExpectedTwilioSignature(AUTH_TOKEN, signedUrl, Object.fromEntries(values))
        const headers = new Headers({ 'x-twilio-signature': signature })
        const outcome = await outcomeOf({ fields, urls: [...urls, signedUrl], headers })
        expect(['read', 'VALIDATION_FAILED']).toContain(outcome)
      }),
      RUNS,
    )
  })
})
