import { createHmac } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type TwilioVideoOptions, twilioVideo } from './index.ts'

const account = {
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'the-api-key-secret',
  authToken: ['the-auth-token', 'the-next-auth-token'],
}
const grant = { identity: 'someone', roomName: 'meeting_1', ttlSeconds: 600 }

describe('a token for Twilio Video', () => {
  it('is bound to one room, one person and a time', async () => {
    const before = Math.floor(Date.now() / 1000)
    const { token, expiresAt } = await twilioVideo(account).issueToken(grant)
    const { header, payload } = decode(token)
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT', cty: 'twilio-fpa;v=1' })
    expect(payload).toMatchObject({
      iss: account.apiKeySid,
      sub: account.accountSid,
      grants: { identity: 'someone', video: { room: 'meeting_1' } },
    })
    expect(Number(payload.exp) - Number(payload.iat)).toBe(600)
    expect(payload.iat).toBeGreaterThanOrEqual(before)
    expect(expiresAt).toEqual(new Date(Number(payload.exp) * 1000))
  })

  it('is signed with the API key secret', async () => {
    const { token } = await twilioVideo(account).issueToken(grant)
    const [head, body, signature] = token.split('.')
    const expected = createHmac('sha256', account.apiKeySecret).update(`${head}.${body}`).digest('base64url')
    expect(signature).toBe(expected)
  })

  it('names the region of the key when there is one', async () => {
    const { token } = await twilioVideo({ ...account, region: 'ie1' }).issueToken(grant)
    expect(decode(token).header).toMatchObject({ twr: 'ie1' })
  })

  it.each([
    [{ roomName: '' }, /needs a room/],
    [{ identity: '' }, /needs an identity/],
    [{ ttlSeconds: 0 }, /ttlSeconds/],
    [{ ttlSeconds: 86_401 }, /ttlSeconds/],
    [{ ttlSeconds: 1.5 }, /ttlSeconds/],
    [{ ttlSeconds: Number.NaN }, /ttlSeconds/],
  ])('is not made for %j', async (wrong, message) => {
    await expect(twilioVideo(account).issueToken({ ...grant, ...wrong })).rejects.toThrow(message)
  })
})

describe('twilioVideo', () => {
  it.each([
    [{ accountSid: undefined }, /accountSid is missing.*TWILIO_ACCOUNT_SID/],
    [{ accountSid: account.apiKeySid }, /accountSid \(TWILIO_ACCOUNT_SID\) must start with AC/],
    [{ apiKeySid: '' }, /apiKeySid is missing.*TWILIO_API_KEY_SID/],
    [{ apiKeySid: account.accountSid }, /apiKeySid \(TWILIO_API_KEY_SID\) must start with SK/],
    [{ apiKeySecret: ' ' }, /apiKeySecret is missing.*TWILIO_API_KEY_SECRET/],
    [{ apiKeySecret: account.apiKeySid }, /apiKeySecret \(TWILIO_API_KEY_SECRET\) holds a SID/],
    [{ authToken: '' }, /authToken is missing.*TWILIO_AUTH_TOKEN/],
    [{ authToken: ['one', undefined] }, /authToken is missing.*TWILIO_AUTH_TOKEN/],
    [{ authToken: [] }, /authToken must be a text or a list of at least one/],
    [{ authToken: null }, /authToken must be a text or a list of at least one/],
    [{ authToken: account.accountSid }, /authToken \(TWILIO_AUTH_TOKEN\) holds a SID/],
    [{ region: '' }, /region \(TWILIO_REGION\) must be a name like "ie1"/],
    [{ region: 'evil.example/' }, /region \(TWILIO_REGION\)/],
    [{ edge: 'evil.example#' }, /edge \(TWILIO_EDGE\)/],
    [{ baseUrl: 'video.twilio.com' }, /baseUrl must be an http or https address/],
    [{ baseUrl: 'file:///etc' }, /baseUrl must be an http or https address/],
    [{ baseUrl: 'https://user:pass@example.com' }, /baseUrl must be/],
    [{ timeoutMs: 0 }, /timeoutMs must be/],
    [{ timeoutMs: Number.NaN }, /timeoutMs must be/],
  ])('refuses %j and says where the right one comes from', (wrong, message) => {
    expect(() => twilioVideo({ ...account, ...wrong } as TwilioVideoOptions)).toThrow(message)
  })

  it('does without what is only needed for other places', () => {
    const { authToken: _, ...least } = account
    const unset = { authToken: undefined, region: undefined, edge: undefined, baseUrl: undefined }
    expect(() => twilioVideo({ ...least, ...unset })).not.toThrow()
  })

  it('does not repeat a wrong value: it could be a secret in the wrong place', () => {
    const wrong = { ...account, accountSid: 'the-api-key-secret' }
    expect(() => twilioVideo(wrong)).toThrow(expect.not.stringContaining('the-api-key-secret'))
  })

  it('shows no secret when it is printed', () => {
    const video = twilioVideo(account)
    const printed = JSON.stringify(video) + inspect(video, { depth: 20, showHidden: true })
    expect(printed).not.toMatch(/the-api-key-secret|auth-token/)
  })
})

function decode(token: string): Record<'header' | 'payload', Record<string, unknown>> {
  const [header = '', payload = ''] = token.split('.')
  const parse = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  return { header: parse(header), payload: parse(payload) }
}
