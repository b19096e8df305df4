import type { ErrorCode } from '@meetings/contract'
import type { JsonSchema } from './schemas.ts'

/** What the document says of one route. Schemas by their name in `schemas.ts`. */
export interface OperationNotes {
  tag: 'Calls' | 'Bookings' | 'Booking' | 'Operations'
  summary: string
  description: string
  /** Who may call: somebody signed in, the room service by its signature, or anybody. */
  access: 'person' | 'signed' | 'open'
  request: { json: string } | { query: string } | 'form' | null
  /** What the header of a request may hold, besides what every request may. */
  header?: { name: string; description: string; schema: JsonSchema }
  /** The answer's schema, or its media type when it is no JSON; `null` for 204 without a body. */
  answer: string | { mediaType: string } | null
  /** What this route fails with, besides what every route of its access does. */
  codes: readonly ErrorCode[]
}

/** What reading a JSON body can fail with. */
export const JSON_CODES = [
  'BODY_UNREADABLE',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'VALIDATION_FAILED',
] as const satisfies ErrorCode[]
