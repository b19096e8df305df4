import type { MeetingRouteName } from '@meetings/contract'
import { bookingRequestSchema, listBookingsQuerySchema } from '@meetings/contract/schemas'
import { parseInput } from './parse-input.ts'
import { readJson } from './read-json.ts'

/** How each route reads what it was sent. */
export const ROUTE_INPUTS = {
  launchVideo: bookingIn,
  refreshToken: bookingIn,
  leaveVideo: bookingIn,
  listBookings: async (request: Request) =>
    parseInput(listBookingsQuerySchema, Object.fromEntries(new URL(request.url).searchParams)),
} satisfies Record<MeetingRouteName, (request: Request) => Promise<unknown>>

async function bookingIn(request: Request): Promise<{ bookingId: string }> {
  const body = parseInput(bookingRequestSchema, await readJson(request))
  return { bookingId: body.booking_id }
}
