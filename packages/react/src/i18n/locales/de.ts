import { deBookings } from '../de/bookings.ts'
import { deCall } from '../de/call.ts'
import { deProblems } from '../de/problems.ts'
import type { MessageOverrides } from '../messages.ts'

/** German. What is missing here is said in English. */
export const de: MessageOverrides = { bookings: deBookings, problems: deProblems, call: deCall }
