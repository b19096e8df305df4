import type { BookingScope } from '@meetings/contract'
import type { MeetingsEvent, MeetingsUser, RoomNews } from '@meetings/server'

/** Something that one racer does: a request to the handler, or news that reaches the store. */
export type Call =
  | {
      route: 'launch-video' | 'refresh-token' | 'leave-video' | 'end-video'
      bookingId: string
      as: MeetingsUser
    }
  | {
      route: 'remove-participant' | 'readmit-participant'
      bookingId: string
      identity: string
      as: MeetingsUser
    }
  | { route: 'bookings'; scope: BookingScope; as: MeetingsUser }
  | { route: 'settle'; news: Serialized<RoomNews> }

/** What came of a call. News has status 200, or 500 when the store threw. */
export interface Outcome {
  status: number
  body: unknown
}

/** What came of all calls of a race. */
export interface RaceResult {
  /** In the order of the calls. */
  outcomes: Outcome[]
  /** What all processes told `onEvent`, in no order. */
  events: Serialized<MeetingsEvent>[]
}

/** How a racer is set up; goes from process to process as JSON. */
export interface RacerConfig {
  connectionString: string
  store: 'supabase' | 'postgres'
  /** Connections to the database. */
  connections: number
  /** The clock of the race, ISO 8601: it starts here and moves on by a millisecond with every look at it. */
  now: string
}

export interface StartOrder {
  calls: readonly Call[]
  /** How many calls are under way at a time. */
  atOnce: number
}

/** The lock that nobody gets before the starting gun. */
export const GUN = 20_261_122

export const TWILIO = {
  accountSid: 'AC00000000000000000000000000000000',
  apiKeySid: 'SK00000000000000000000000000000000',
  apiKeySecret: 'a-secret-for-races-only',
}

type Serialized<T> = T extends unknown ? { [K in keyof T]: T[K] extends Date ? string : T[K] } : never
