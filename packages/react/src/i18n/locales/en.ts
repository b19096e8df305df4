import { enBookingActions } from '../en/booking-actions.ts'
import { enBookings } from '../en/bookings.ts'
import { enBookingsStates } from '../en/bookings-states.ts'
import { enCall } from '../en/call.ts'
import { enCallAround } from '../en/call-around.ts'
import { enCallLater } from '../en/call-later.ts'
import { enConnectionCheck } from '../en/connection-check.ts'
import { enConnectionCheckOpening } from '../en/connection-check-opening.ts'
import { enDeviceProblems } from '../en/device-problems.ts'
import { enDoor } from '../en/door.ts'
import { enLobby } from '../en/lobby.ts'
import { enProblems } from '../en/problems.ts'
import { enScheduling } from '../en/scheduling.ts'
import { enStage } from '../en/stage.ts'
import { enStageLater } from '../en/stage-later.ts'
import { enTalk } from '../en/talk.ts'
import { enTalkLater } from '../en/talk-later.ts'
import { enTalkPanels } from '../en/talk-panels.ts'
import type { Messages } from '../messages.ts'

/** Every English word of the package: the base to change a few of, or to translate. */
export const en: Messages = {
  bookings: { ...enBookings, ...enBookingsStates },
  bookingActions: enBookingActions,
  problems: enProblems,
  call: { ...enCall, ...enCallLater, ...enDeviceProblems },
  callAround: enCallAround,
  connectionCheck: { ...enConnectionCheckOpening, ...enConnectionCheck },
  door: enDoor,
  lobby: enLobby,
  scheduling: enScheduling,
  stage: { ...enStage, ...enStageLater },
  talk: { ...enTalk, ...enTalkLater, ...enTalkPanels },
}
