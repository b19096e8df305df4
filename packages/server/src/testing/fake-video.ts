import type { Clock } from '../ports/clock.ts'
import type { RoomGrant, VideoProvider } from '../ports/video-provider.ts'

/** A video provider that remembers what it granted. */
export interface FakeVideo extends VideoProvider {
  /** Every grant that was asked for, oldest first. */
  readonly grants: readonly RoomGrant[]
}

/** Tokens that open nothing: `fake-token-1`, `fake-token-2`, ... It keeps the rules of the real one. */
export function fakeVideo(options: { now?: Clock } = {}): FakeVideo {
  const now = options.now ?? (() => new Date())
  const grants: RoomGrant[] = []
  return {
    grants,
    endRoom: async () => {},
    issueToken: async (grant) => {
      if (grant.roomName === '')
        throw new TypeError('A token needs a room: without one it would open every room.')
      if (!Number.isInteger(grant.ttlSeconds) || grant.ttlSeconds < 1 || grant.ttlSeconds > 86_400) {
        throw new RangeError('ttlSeconds must be a whole number from 1 to 86400.')
      }
      grants.push(grant)
      return {
        token: `fake-token-${grants.length}`,
        expiresAt: new Date(now().getTime() + grant.ttlSeconds * 1000),
      }
    },
  }
}
