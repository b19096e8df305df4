import { deBookingActions } from '../de/booking-actions.ts'
import { deBookings } from '../de/bookings.ts'
import { deCall } from '../de/call.ts'
import { deProblems } from '../de/problems.ts'
import { deScheduling } from '../de/scheduling.ts'
import { deStage } from '../de/stage.ts'
import type { Messages } from '../messages.ts'

/** German, complete. */
export const de: Messages = {
  bookings: deBookings,
  bookingActions: deBookingActions,
  problems: deProblems,
  call: deCall,
  scheduling: deScheduling,
  stage: deStage,
}
