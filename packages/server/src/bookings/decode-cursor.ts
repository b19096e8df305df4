import * as z from 'zod'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { ListPosition } from '../ports/booking-store.ts'

// A cursor that was made up must not reach a database with a time it cannot hold: year 0, a thousand decimals.
const instant = z.iso
  .datetime()
  .max(30)
  .refine((time) => !time.startsWith('0000'))
const position = z.tuple([instant, z.guid()])

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
