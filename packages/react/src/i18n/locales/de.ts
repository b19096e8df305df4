import { deBookings } from '../de/bookings.ts'
import { deCall } from '../de/call.ts'
import { deProblems } from '../de/problems.ts'
import type { Messages } from '../messages.ts'

/** German, complete. */
export const de: Messages = { bookings: deBookings, problems: deProblems, call: deCall }
