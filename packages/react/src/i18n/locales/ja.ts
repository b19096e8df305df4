import { jaBookingActions } from '../ja/booking-actions.ts'
import { jaBookings } from '../ja/bookings.ts'
import { jaCall } from '../ja/call.ts'
import { jaCallAround } from '../ja/call-around.ts'
import { jaConnectionCheck } from '../ja/connection-check.ts'
import { jaDoor } from '../ja/door.ts'
import { jaLobby } from '../ja/lobby.ts'
import { jaProblems } from '../ja/problems.ts'
import { jaScheduling } from '../ja/scheduling.ts'
import { jaStage } from '../ja/stage.ts'
import { jaTalk } from '../ja/talk.ts'
import type { Messages } from '../messages.ts'

/** Japanese, complete. */
export const ja: Messages = {
  bookings: jaBookings,
  bookingActions: jaBookingActions,
  problems: jaProblems,
  call: jaCall,
  callAround: jaCallAround,
  connectionCheck: jaConnectionCheck,
  door: jaDoor,
  lobby: jaLobby,
  scheduling: jaScheduling,
  stage: jaStage,
  talk: jaTalk,
}
