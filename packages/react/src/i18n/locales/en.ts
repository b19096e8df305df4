import { enBookings } from '../en/bookings.ts'
import { enCall } from '../en/call.ts'
import { enProblems } from '../en/problems.ts'
import type { Messages } from '../messages.ts'

/** Every English word of the package: the base to change a few of, or to translate. */
export const en: Messages = { bookings: enBookings, problems: enProblems, call: enCall }
