import type { ErrorCode, MeetingRouteName, ParticipantRole } from '@meetings/contract'

/** What happened to a booking, told to `onEvent` after it is in the database. Never holds a token. */
export type MeetingsEvent = (
  | {
      /** A person got a token. */
      type: 'meeting.launched'
      userId: string
      role: ParticipantRole
      /** True when this launch began the meeting (`in_progress`). */
      started: boolean
    }
  | {
      /** A person who was not in came in: by launching, or by news of the room service after a lost connection. */
      type: 'meeting.joined'
      userId: string
      source: 'launch' | 'room'
    }
  | {
      /** A person went: by leaving, by news of the room service (a closed tab, a lost connection), or was removed. */
      type: 'meeting.left'
      userId: string
      source: 'person' | 'room' | 'host'
    }
  | { type: 'meeting.completed'; because: 'everybody_left' | 'ended_for_all' | 'room_ended' | 'forgotten' }
  | {
      /** A host or admin decided about somebody. Told once, however often the request is repeated. */
      type: 'participant.removed' | 'participant.readmitted' | 'participant.admitted'
      /** Who decided. */
      userId: string
      participantId: string
    }
  | { type: 'meeting.locked' | 'meeting.unlocked'; userId: string }
  | { type: 'token.refreshed'; userId: string }
  | { type: 'launch.refused'; userId: string; code: ErrorCode }
  | {
      /** A slot was booked. Told once, however often the request is repeated. */
      type: 'booking.created'
      userId: string
      meetingTypeId: string | null
      hostId: string
      /** ISO 8601 UTC. */
      startTime: string
    }
  | {
      type: 'booking.cancelled'
      userId: string
      /** What the person who cancelled is in this meeting. */
      role: ParticipantRole
    }
  | {
      /** A booking has another start: ISO 8601 UTC. */
      type: 'booking.rescheduled'
      userId: string
      from: string
      to: string
    }
) & {
  bookingId: string
  at: Date
  /** `null` for calls of `api` that named none. */
  requestId: string | null
}

/** Where an error happened. */
export interface ErrorContext {
  /** `null` when it happened outside a route's work. */
  route: MeetingRouteName | null
  /** `null` for calls of `api` that named none. */
  requestId: string | null
}
