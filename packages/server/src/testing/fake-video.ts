import type { Clock } from '../ports/clock.ts'
import type { RoomNews } from '../ports/room-news.ts'
import type { RoomGrant, RoomParticipant, RoomPlan, VideoProvider } from '../ports/video-provider.ts'
import { fakeNewsRequest, readFakeNews } from './fake-news.ts'

/** A video provider that remembers what it was asked for. */
export interface FakeVideo extends Required<VideoProvider> {
  /** Every grant that was asked for, oldest first; `fake-token-1` belongs to the first. */
  readonly grants: readonly RoomGrant[]
  /** The rooms in progress that were made on purpose, by name. */
  readonly rooms: ReadonlyMap<string, RoomPlan>
  /** The name of every room that was ended, oldest first, also those that were not there. */
  readonly ended: readonly string[]
  /** Everybody who was sent out, oldest first, also those who were not in. */
  readonly removed: readonly RoomParticipant[]
  /**
   * A genuine callback about a room, as the service would send it to `url`: hand it to `meetings.fetch`.
   * `'other'` is an event that matters to nobody.
   */
  newsRequest(url: string, news: RoomNews | 'other'): Request
}

/**
 * Tokens that open nothing, rooms in memory, callbacks with a signature of its own. It keeps the rules of the
 * real one, and passes `runVideoProviderConformance`.
 */
export function fakeVideo(options: { now?: Clock } = {}): FakeVideo {
  const now = options.now ?? (() => new Date())
  const grants: RoomGrant[] = []
  const rooms = new Map<string, RoomPlan>()
  const ended: string[] = []
  const removed: RoomParticipant[] = []
  return {
    grants,
    rooms,
    ended,
    removed,
    issueToken: async (grant) => {
      checkGrant(grant)
      grants.push(grant)
      return {
        token: `fake-token-${grants.length}`,
        expiresAt: new Date(now().getTime() + grant.ttlSeconds * 1000),
      }
    },
    endRoom: async (roomName) => {
      checkName(roomName)
      rooms.delete(roomName)
      ended.push(roomName)
    },
    removeParticipant: async ({ roomName, identity }) => {
      checkName(roomName)
      if (identity === '') throw new TypeError('A participant needs an identity.')
      removed.push({ roomName, identity })
    },
    createRoom: async (plan) => {
      checkName(plan.roomName)
      if (!rooms.has(plan.roomName)) rooms.set(plan.roomName, plan)
    },
    readNews: async (request) => readFakeNews(request),
    newsRequest: fakeNewsRequest,
  }
}

function checkGrant({ identity, roomName, ttlSeconds }: RoomGrant): void {
  if (roomName === '') throw new TypeError('A token needs a room: without one it would open every room.')
  if (identity === '') throw new TypeError('A token needs an identity.')
  if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > 86_400) {
    throw new RangeError('ttlSeconds must be a whole number from 1 to 86400.')
  }
}

function checkName(roomName: string): void {
  if (roomName === '') throw new TypeError('A room needs a name.')
}
