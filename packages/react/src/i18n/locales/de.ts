import { deBookingActions } from '../de/booking-actions.ts'
import { deBookings } from '../de/bookings.ts'
import { deCall } from '../de/call.ts'
import { deCallAround } from '../de/call-around.ts'
import { deConnectionCheck } from '../de/connection-check.ts'
import { deDoor } from '../de/door.ts'
import { deLobby } from '../de/lobby.ts'
import { deProblems } from '../de/problems.ts'
import { deScheduling } from '../de/scheduling.ts'
import { deStage } from '../de/stage.ts'
import { deTalk } from '../de/talk.ts'
import type { Messages } from '../messages.ts'

/** German, complete. */
export const de: Messages = {
  bookings: deBookings,
  bookingActions: deBookingActions,
  problems: deProblems,
  call: deCall,
  callAround: deCallAround,
  connectionCheck: deConnectionCheck,
  door: deDoor,
  lobby: deLobby,
  scheduling: deScheduling,
  stage: deStage,
  talk: deTalk,
}
