import twilio from 'twilio'
import { expect } from 'vitest'
import { AUTH_TOKEN } from '../subject/auth-token.ts'
import { BOOKING_ID } from '../subject/create-subject.ts'
import { type Exchange, FORM_TYPE } from './exchange.ts'

const ROUTE = '/twilio/status-callback'
const FIELDS = {
  StatusCallbackEvent: 'participant-connected',
  RoomName: `meeting_${BOOKING_ID}`,
  RoomSid: `RM${'3'.repeat(32)}`,
  RoomStatus: 'in-progress',
  ParticipantSid: `PA${'4'.repeat(32)}`,
  ParticipantIdentity: '0c000000-0000-4000-8000-000000000002',
  ParticipantStatus: 'connected',
  Timestamp: '2026-11-22T14:00:01.123Z',
  AccountSid: `AC${'1'.repeat(32)}`,
  SequenceNumber: '0',
  // Whatever Twilio may add one day.
  Note: 'Zoë & 日本 +1=2 %41',
  Empty: '',
}

export const WEBHOOK = {
  'lets a genuine status callback in, with its signature intact': async (exchange: Exchange) => {
    const response = await send(exchange, FIELDS)
    if (exchange.mount.form === 'lost') return expectHint(exchange, response)
    expect([response.status, await response.text()]).toEqual([204, ''])
  },

  'refuses a forged status callback': async (exchange: Exchange) => {
    const response = await send(exchange, FIELDS, { ...FIELDS, ParticipantStatus: 'disconnected' })
    if (exchange.mount.form === 'lost') return expectHint(exchange, response)
    expect([response.status, (await response.json()).code]).toEqual([403, 'WEBHOOK_SIGNATURE_INVALID'])
  },

  'names the fix when a parser made something else of a status callback': async (exchange: Exchange) => {
    const response = await send(exchange, { ...FIELDS, 'Nested[name]': 'value' })
    const isDestroyed = exchange.mount.form === 'lost' || exchange.mount.flattens === false
    if (isDestroyed) return expectHint(exchange, response)
    expect(response.status).toBe(204)
  },
}

type Fields = Record<string, string>

async function send({ ask, host, path }: Exchange, signed: Fields, sent: Fields = signed): Promise<Response> {
  const url = (host.address ?? 'http://localhost') + path(ROUTE)
  const signature = twilio.getExpectedTwilioSignature(AUTH_TOKEN, url, signed)
  return ask(ROUTE, {
    method: 'POST',
    headers: { ...FORM_TYPE, 'x-twilio-signature': signature },
    body: new URLSearchParams(sent).toString(),
  })
}

async function expectHint({ seen }: Exchange, response: Response): Promise<void> {
  expect([response.status, (await response.json()).code]).toEqual([500, 'WEBHOOK_BODY_REWRITTEN'])
  expect((await seen()).causes.at(-1)).toMatch(/Mount the handler before body parsers/)
}
