import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { mintToken, type TokenWish } from '../../../../tests/browser/mint-token.ts'
import { verifyAccessToken } from './verify-access-token.ts'

const credentials = { accountSid: 'AC1', apiKeySid: 'SK1', apiKeySecret: 'secret-of-sk1' }
const seconds = () => Math.floor(Date.now() / 1000)

function verify(token: string, now = Date.now()) {
  return verifyAccessToken(token, { accountSid: 'AC1', apiKeys: { SK1: 'secret-of-sk1' }, now: () => now })
}

function mint(wish: Partial<TokenWish> = {}) {
  return mintToken({ ...credentials, identity: 'alice', ...wish })
}

describe('a token', () => {
  it('of Twilio’s own library opens the room it is bound to', async () => {
    const { AccessToken } = twilio.jwt
    const token = new AccessToken('AC1', 'SK1', 'secret-of-sk1', { identity: 'alice', ttl: 3600 })
    token.addGrant(new AccessToken.VideoGrant({ room: 'standup' }))
    expect(await verify(token.toJwt())).toEqual({ identity: 'alice', room: 'standup' })
  })

  it('without a room opens any', async () => {
    expect(await verify(await mint())).toEqual({ identity: 'alice', room: null })
  })

  it('is good until the second it expires', async () => {
    const token = await mint({ ttl: 60 })
    const { exp } = JSON.parse(atob(token.split('.')[1] ?? ''))
    await expect(verify(token, exp * 1000 - 1)).resolves.toMatchObject({ identity: 'alice' })
    await expect(verify(token, exp * 1000)).rejects.toMatchObject({ code: 20104 })
  })

  it('may come from a clock that is ten seconds ahead, and no more', async () => {
    const token = await mint({ claims: { nbf: seconds() } })
    const { nbf } = JSON.parse(atob(token.split('.')[1] ?? ''))
    await expect(verify(token, (nbf - 10) * 1000)).resolves.toBeTruthy()
    await expect(verify(token, (nbf - 11) * 1000)).rejects.toMatchObject({ code: 20105 })
  })

  it.each<[string, number, Partial<TokenWish>]>([
    ['of the algorithm "none"', 20102, { header: { alg: 'none' } }],
    ['of another algorithm', 20102, { header: { alg: 'HS512' } }],
    ['without Twilio’s content type', 20102, { header: { cty: undefined } }],
    ['of a key that is unknown', 20103, { apiKeySid: 'SK2' }],
    ['of a key named like a part of every object', 20103, { apiKeySid: 'constructor' }],
    ['of another account', 20103, { accountSid: 'AC2' }],
    ['that has expired', 20104, { ttl: -1 }],
    ['that never expires', 20104, { claims: { exp: undefined } }],
    ['that lasts longer than a day', 20157, { ttl: 86_401 }],
    ['without grants', 20106, { claims: { grants: undefined } }],
    ['without a video grant', 20106, { claims: { grants: { identity: 'alice' } } }],
    ['without an identity', 20106, { claims: { grants: { video: {} } } }],
    ['with an identity of more than 256 characters', 53201, { identity: 'a'.repeat(257) }],
    ['signed with another secret', 20107, { apiKeySecret: 'secret-of-sk2' }],
  ])('%s is refused with %i', async (_what, code, wish) => {
    await expect(verify(await mint(wish))).rejects.toMatchObject({ code })
  })

  it.each(['', 'x', 'a.b', 'a.b.c', 'e30.e30.e30.e30', `${btoa('{"alg":"HS256"')}.e30.x`])(
    'that is nothing of the kind (%j) is refused with 20101',
    async (token) => {
      await expect(verify(token)).rejects.toMatchObject({ code: 20101 })
    },
  )

  it('whose claims were changed after signing is refused with 20107', async () => {
    const [header, , signature] = (await mint()).split('.')
    const [, claims] = (await mint({ identity: 'mallory' })).split('.')
    await expect(verify(`${header}.${claims}.${signature}`)).rejects.toMatchObject({ code: 20107 })
  })

  it('is not repeated in the error that refuses it', async () => {
    const token = await mint({ ttl: -1 })
    const error: unknown = await verify(token).catch((reason: unknown) => reason)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(token)
  })
})
