import { codeOf, problemOf } from './problem-of.ts'
import type { VideoConformanceOptions } from './video-conformance-options.ts'

const GRANT = { identity: 'a0000000-0000-4000-8000-000000000001', roomName: 'meeting_1', ttlSeconds: 600 }

/** Tokens: one room, one person, for as long as was asked for, and never more than that. */
export function tokenConformance(options: VideoConformanceOptions): void {
  const { describe, it, expect, createVideo, now = () => new Date() } = options
  describe('issueToken', () => {
    for (const ttlSeconds of [1, 600, 86_400]) {
      it(`makes a token that ends ${ttlSeconds} seconds from now`, async () => {
        const { video } = await createVideo()
        const before = now().getTime()
        const { token, expiresAt } = await video.issueToken({ ...GRANT, ttlSeconds })
        const late = expiresAt.getTime() - before - ttlSeconds * 1000
        // A token counts in whole seconds.
        expect({ isText: token.length > 0, isOnTime: Math.abs(late) <= 1000 }).toEqual({
          isText: true,
          isOnTime: true,
        })
      })
    }

    for (const [what, wrong] of [
      ['no room, as it would open every room', { roomName: '' }],
      ['no identity', { identity: '' }],
      ['0 seconds', { ttlSeconds: 0 }],
      ['a negative number of seconds', { ttlSeconds: -1 }],
      ['more than a day', { ttlSeconds: 86_401 }],
      ['parts of a second', { ttlSeconds: 1.5 }],
      ['a number of seconds that is none', { ttlSeconds: Number.NaN }],
      ['seconds without end', { ttlSeconds: Number.POSITIVE_INFINITY }],
    ] as const) {
      it(`rejects a grant for ${what}`, async () => {
        const { video } = await createVideo()
        const problem = await problemOf(() => video.issueToken({ ...GRANT, ...wrong }))
        expect(problem instanceof Error).toEqual(true)
      })
    }

    it('says the room and the identity as they were given', async () => {
      const { video, readToken } = await createVideo()
      if (!readToken) return
      for (const identity of [GRANT.identity, 'f'.repeat(32), 'UPPER lower', 'ünï'.repeat(20)]) {
        const { token } = await video.issueToken({ ...GRANT, identity })
        expect(await readToken(token)).toEqual({ identity, roomName: GRANT.roomName })
      }
    })

    it('makes different tokens for two people, and for two rooms', async () => {
      const { video } = await createVideo()
      const tokens = [
        await video.issueToken(GRANT),
        await video.issueToken({ ...GRANT, identity: 'a0000000-0000-4000-8000-000000000002' }),
        await video.issueToken({ ...GRANT, roomName: 'meeting_2' }),
      ]
      expect(new Set(tokens.map(({ token }) => token)).size).toEqual(3)
    })

    it('makes fifty tokens at once', async () => {
      const { video, readToken } = await createVideo()
      const identities = Array.from({ length: 50 }, (_, index) => `person-${index}`)
      const tokens = await Promise.all(identities.map((identity) => video.issueToken({ ...GRANT, identity })))
      if (!readToken) return
      const read = await Promise.all(tokens.map(({ token }) => readToken(token)))
      expect(read.map(({ identity }) => identity)).toEqual(identities)
    })
  })

  describe('its secrets', () => {
    it('do not show when it is printed, nor in an error', async () => {
      const { video } = await createVideo()
      const { token } = await video.issueToken(GRANT)
      const problem = await problemOf(() => video.issueToken({ ...GRANT, roomName: '' }))
      const { print = String, secrets = [] } = options
      const printed = [video, problem].map((value) => print(value) + JSON.stringify(value)).join()
      expect([token, ...secrets].filter((secret) => printed.includes(secret))).toEqual([])
      expect(codeOf(problem) ?? null).toEqual(null)
    })
  })
}
