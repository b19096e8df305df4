import type { BookingStatus, ParticipantRole } from '../booking/booking.ts'

/** Body of `launch-video`, `refresh-token`, `leave-video` and `end-video`. Snake case, as the wire has it. */
export interface BookingRequest {
  booking_id: string
}

/** Somebody who may be met in the room. `identity` is the room's name for them, opaque and stable. */
export interface MeetingPerson {
  identity: string
  name: string
  role: ParticipantRole
}

/** Answer of `POST /launch-video`: everything a browser needs to open the call. Times are ISO 8601 UTC. */
export interface LaunchTicket {
  /** A Twilio AccessToken bound to `roomName`. A secret: never log, store or put it into a URL. */
  token: string
  /** `meeting_<booking id>` */
  roomName: string
  /** The caller's own name. */
  participantName: string
  bookingId: string
  /** When `token` stops opening connections. */
  expiresAt: string
  /** The meeting's scheduled end. */
  endsAt: string
  serverTime: string
  role: ParticipantRole
  /** The people known by name; who joins later may be missing (see `TokenRenewal.participants`). */
  participants: MeetingPerson[]
}

/** Answer of `POST /refresh-token`. */
export interface TokenRenewal {
  token: string
  expiresAt: string
  serverTime: string
  /** Who is known by name now: asked for again when an unknown identity enters the room. */
  participants: MeetingPerson[]
}

/** Answer of `POST /leave-video` and, with `completed`, of `POST /end-video`. */
export interface LeaveReceipt {
  bookingId: string
  status: BookingStatus
}

/** The room of a booking, the same for everybody and for every launch. */
export function roomNameOf(bookingId: string): string {
  return `meeting_${bookingId}`
}

const MEETING_ROOM = /^meeting_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** The booking a room belongs to, the inverse of `roomNameOf`; `null` for a room that is no meeting's. */
export function bookingIdOf(roomName: string): string | null {
  return MEETING_ROOM.exec(roomName)?.[1] ?? null
}
