import type { LeaveReceipt, Moderation } from '@meetings/contract'
import type { Answer } from './meetings-client.ts'

interface Abortable {
  signal?: AbortSignal
}

/**
 * What hosts and admins decide in a meeting. Like the verbs of `MeetingsClient` these never throw. Everybody else gets
 * `ACTION_FORBIDDEN`, a person nobody knows is `PARTICIPANT_NOT_FOUND`, and repeating a request changes nothing more.
 * `identity` is the room's name for a person (`RoomPerson.identity`, `MeetingPerson.identity`).
 */
export interface ModerationClient {
  /** Sends somebody out of the room, or from the waiting room. They get no token for this booking any more. */
  removeParticipant(bookingId: string, identity: string, options?: Abortable): Promise<Answer<Moderation>>
  /** Takes a removal back: they may join again. */
  readmitParticipant(bookingId: string, identity: string, options?: Abortable): Promise<Answer<Moderation>>
  /** Lets somebody in who waits. Their next launch succeeds. */
  admitParticipant(bookingId: string, identity: string, options?: Abortable): Promise<Answer<Moderation>>
  /** While locked, only hosts, admins and people who were in already can join. */
  lockMeeting(bookingId: string, locked: boolean, options?: Abortable): Promise<Answer<Moderation>>
  /** Who waits, who was removed, and whether it is locked. Nobody pushes it: ask every five seconds. */
  readModeration(bookingId: string, options?: Abortable): Promise<Answer<Moderation>>
  /** Ends the meeting for everybody, for good. */
  endVideo(bookingId: string, options?: Abortable): Promise<Answer<LeaveReceipt>>
}
