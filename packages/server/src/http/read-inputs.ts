import { bookingRequestSchema, listBookingsQuerySchema } from '@meetings/contract/schemas'
import { parseInput } from './parse-input.ts'

// Loads zod: reach it through `inputs()`.

/** The booking that the body of a call route names. Throws `VALIDATION_FAILED`. */
export function bookingRequestIn(body: unknown): { bookingId: string } {
  return { bookingId: parseInput(bookingRequestSchema, body).booking_id }
}

/** The id, as stores write it. Throws `VALIDATION_FAILED`. */
export function bookingIdIn(input: { bookingId: string }): string {
  return parseInput(bookingRequestSchema, { booking_id: input.bookingId }).booking_id.toLowerCase()
}

/** Which bookings to list. Throws `VALIDATION_FAILED`. */
export function listQueryIn(query: unknown) {
  return parseInput(listBookingsQuerySchema, query)
}
