import { arBookingActions } from '../ar/booking-actions.ts'
import { arBookings } from '../ar/bookings.ts'
import { arCall } from '../ar/call.ts'
import { arProblems } from '../ar/problems.ts'
import { arScheduling } from '../ar/scheduling.ts'
import { arStage } from '../ar/stage.ts'
import type { Messages } from '../messages.ts'

/** Arabic, complete. */
export const ar: Messages = {
  bookings: arBookings,
  bookingActions: arBookingActions,
  problems: arProblems,
  call: arCall,
  scheduling: arScheduling,
  stage: arStage,
}
