import { arBookingActions } from '../ar/booking-actions.ts'
import { arBookings } from '../ar/bookings.ts'
import { arCall } from '../ar/call.ts'
import { arCallAround } from '../ar/call-around.ts'
import { arConnectionCheck } from '../ar/connection-check.ts'
import { arDoor } from '../ar/door.ts'
import { arLobby } from '../ar/lobby.ts'
import { arProblems } from '../ar/problems.ts'
import { arScheduling } from '../ar/scheduling.ts'
import { arStage } from '../ar/stage.ts'
import { arTalk } from '../ar/talk.ts'
import type { Messages } from '../messages.ts'

/** Arabic, complete. */
export const ar: Messages = {
  bookings: arBookings,
  bookingActions: arBookingActions,
  problems: arProblems,
  call: arCall,
  callAround: arCallAround,
  connectionCheck: arConnectionCheck,
  door: arDoor,
  lobby: arLobby,
  scheduling: arScheduling,
  stage: arStage,
  talk: arTalk,
}
