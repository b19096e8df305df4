import { bookingIdOf, roomNameOf } from '@meetings/contract'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { RoomNews } from '../ports/room-news.ts'
import type { NewsRequest } from '../ports/video-provider.ts'

const SIGNATURE_HEADER = 'x-fake-signature'

/** A signed form, as the fake service would post it to `url`. */
export function fakeNewsRequest(url: string, news: RoomNews | 'other'): Request {
  const fields = new URLSearchParams(news === 'other' ? { Event: 'track-added' } : fieldsOf(news))
  return new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      [SIGNATURE_HEADER]: fakeSignature(url, [...fields]),
    },
    body: fields.toString(),
  })
}

/** What a form says, when the fake service signed it. Throws `WEBHOOK_SIGNATURE_INVALID`. */
export function readFakeNews({ urls, headers, fields }: NewsRequest): RoomNews | null {
  const signature = headers.get(SIGNATURE_HEADER)
  if (!urls.some((url) => fakeSignature(url, fields) === signature)) {
    throw new MeetingsError('WEBHOOK_SIGNATURE_INVALID')
  }
  const value = (name: string) => fields.find(([key]) => key === name)?.[1] ?? ''
  const type = value('Event')
  const bookingId = bookingIdOf(value('Room'))
  if (bookingId === null) return null
  const roomId = value('RoomId')
  const at = new Date(value('At'))
  if (type === 'ended') return { type, bookingId, roomId, at }
  if (type !== 'connected' && type !== 'disconnected') return null
  return { type, bookingId, roomId, connectionId: value('ConnectionId'), identity: value('Identity'), at }
}

function fieldsOf(news: RoomNews): Record<string, string> {
  return {
    Event: news.type,
    Room: roomNameOf(news.bookingId),
    RoomId: news.roomId,
    At: news.at.toISOString(),
    ...(news.type === 'ended' ? {} : { ConnectionId: news.connectionId, Identity: news.identity }),
  }
}

/** Covers the address and every field, in any order, as the real one does; but it keeps nobody out. */
function fakeSignature(url: string, fields: NewsRequest['fields']): string {
  const sorted = fields.map((field) => JSON.stringify(field)).sort()
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode([url, ...sorted].join())) {
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  return `fnv1a=${(hash >>> 0).toString(16)}`
}
