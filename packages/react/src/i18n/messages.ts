import type { BookingActionMessages } from './en/booking-actions.ts'
import type { BookingsMessages } from './en/bookings.ts'
import type { CallMessages } from './en/call.ts'
import type { CallAroundMessages } from './en/call-around.ts'
import type { ConnectionCheckMessages } from './en/connection-check.ts'
import type { DoorMessages } from './en/door.ts'
import type { LobbyMessages } from './en/lobby.ts'
import type { ProblemMessages } from './en/problems.ts'
import type { SchedulingMessages } from './en/scheduling.ts'
import type { StageMessages } from './en/stage.ts'
import type { TalkMessages } from './en/talk.ts'

/**
 * Every word people read, by area. English ships with the component that says it, so that the words of
 * the call load with the call; other languages come from `@meetings/react/locales/*`.
 */
export interface Messages {
  bookings: BookingsMessages
  bookingActions: BookingActionMessages
  problems: ProblemMessages
  call: CallMessages
  callAround: CallAroundMessages
  connectionCheck: ConnectionCheckMessages
  door: DoorMessages
  lobby: LobbyMessages
  scheduling: SchedulingMessages
  stage: StageMessages
  talk: TalkMessages
}

/** What a host may give: any part of any area. */
export type MessageOverrides = { readonly [Area in keyof Messages]?: Partial<Messages[Area]> }
