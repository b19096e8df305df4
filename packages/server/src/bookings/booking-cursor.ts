import * as z from 'zod'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { ListPosition } from '../ports/booking-store.ts'

const position = z.tuple([z.iso.datetime(), z.guid()])

/** A list position as an opaque string that survives a URL. */
export function encodeCursor({ startTime, id }: ListPosition): string {
  return btoa(JSON.stringify([startTime, id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The position behind a cursor. Throws `VALIDATION_FAILED` when it is none of ours. */
export function decodeCursor(cursor: string): ListPosition {
  try {
    const [startTime, id] = position.parse(JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))))
    return { startTime, id }
  } catch (cause) {
    throw new MeetingsError('VALIDATION_FAILED', {
      details: { fields: [{ path: 'cursor', message: 'Use the nextCursor of the page before, unchanged.' }] },
      cause,
    })
  }
}
