import { roomNameOf } from '@meetings/contract'
import { isMeetingsError, MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsEvent } from '../meetings-events.ts'
import type { Logger } from '../operations/logger.ts'
import type { BookingStore } from '../ports/booking-store.ts'
import type { RoomNews } from '../ports/room-news.ts'
import type { NewsRequest, VideoProvider } from '../ports/video-provider.ts'

export interface RoomNewsDesk {
  /**
   * Checks who sent the news and lets attendance follow it. News may come late, twice and in any order. Throws
   * `WEBHOOK_SIGNATURE_INVALID`, `CONFIG_INVALID`, `STORE_UNAVAILABLE` or, when somebody who was removed is back and
   * cannot be sent out, `VIDEO_UNAVAILABLE`.
   */
  take(request: NewsRequest & { isRewritten: boolean }, requestId: string): Promise<void>
}

export interface RoomNewsDeps {
  store: BookingStore
  video: VideoProvider
  logger: Logger
  emit: (event: MeetingsEvent) => Promise<void>
}

/** Where the room service's word comes in: closed tabs and crashed browsers leave here. */
export function createRoomNewsDesk({ store, video, logger, emit }: RoomNewsDeps): RoomNewsDesk {
  const read = async (request: NewsRequest & { isRewritten: boolean }, requestId: string) => {
    if (video.readNews === undefined) throw new MeetingsError('ROUTE_NOT_FOUND')
    try {
      return await video.readNews(request)
    } catch (error) {
      if (isMeetingsError(error) && error.code === 'WEBHOOK_SIGNATURE_INVALID') {
        logger.warn(
          { requestId, urls: request.urls.map(withoutSecrets), hint: hintFor(request) },
          'A status callback was refused.',
        )
      }
      throw error
    }
  }

  return {
    async take(request, requestId) {
      const news = await read(request, requestId)
      if (news === null) return
      const settled = await store.settle(news)
      if (settled === null) return
      await Promise.all(eventsOf(news, settled, requestId).map(emit))
      // A token from before the removal still opens the room: here is where that ends.
      if (settled.isRemoved && news.type === 'connected') {
        await video.removeParticipant?.({ roomName: roomNameOf(news.bookingId), identity: news.identity })
      }
    },
  }
}

type Settled = NonNullable<Awaited<ReturnType<BookingStore['settle']>>>

function eventsOf(news: RoomNews, settled: Settled, requestId: string): MeetingsEvent[] {
  const common = { bookingId: news.bookingId, at: news.at, requestId }
  const because = news.type === 'ended' ? 'room_ended' : 'everybody_left'
  return [
    ...settled.joined.map(
      (userId) => ({ ...common, type: 'meeting.joined', userId, source: 'room' }) as const,
    ),
    ...settled.left.map((userId) => ({ ...common, type: 'meeting.left', userId, source: 'room' }) as const),
    ...(settled.completed ? [{ ...common, type: 'meeting.completed', because } as const] : []),
  ]
}

/** Where an address leads, without the password or the key that its owner may have put into it. */
function withoutSecrets(address: string): string {
  const { origin, pathname, search } = new URL(address)
  return `${origin}${pathname}${search === '' ? '' : '?…'}`
}

function hintFor({ isRewritten }: { isRewritten: boolean }): string {
  if (isRewritten) {
    return (
      'WEBHOOK_BODY_REWRITTEN: a body parser of the host read the form first. Mount the meetings handler before ' +
      'it, or keep the bytes: express.urlencoded({ extended: false, verify: (req, res, bytes) => { req.rawBody = bytes } }).'
    )
  }
  return (
    'Either somebody forged it, or the address is not one of these (set publicUrl to the one Twilio calls), or ' +
    'TWILIO_AUTH_TOKEN is of another account.'
  )
}
