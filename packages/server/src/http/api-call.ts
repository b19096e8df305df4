import { bookingRequestSchema } from '@meetings/contract/schemas'
import { toMeetingsError } from '../errors/meetings-error.ts'
import { parseInput } from './parse-input.ts'

/** The id, as stores write it. Throws `VALIDATION_FAILED`. */
export function bookingIdIn(input: { bookingId: string }): string {
  return parseInput(bookingRequestSchema, { booking_id: input.bookingId }).booking_id.toLowerCase()
}

/** Whatever fails carries a code. A closure, so that bad input rejects instead of throwing. */
export async function withCode<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw toMeetingsError(error)
  }
}
