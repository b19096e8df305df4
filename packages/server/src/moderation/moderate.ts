import { type MeetingPerson, type Moderation, roomNameOf } from '@meetings/contract'
import { MeetingsError } from '../errors/meetings-error.ts'
import { nameIn } from '../launch/participants.ts'
import { viewerOf } from '../launch/viewer.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { ModeratedPerson, ModerateResult, ModerationAction } from '../ports/moderation.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'

/** Who has not asked for this long has gone away. Six times as long as a client waits between two requests. */
const STILL_WAITING_MS = 30_000

/**
 * Takes a decision of a host or an admin: first in the store, so that the person cannot come back, then in the room.
 * Repeating it is safe, and the way out when the room service did not answer.
 * Throws `BOOKING_NOT_FOUND`, `ACTION_FORBIDDEN`, `PARTICIPANT_NOT_FOUND`, `VIDEO_UNAVAILABLE` or `STORE_UNAVAILABLE`;
 * `ROUTE_NOT_FOUND` when store or video provider cannot do it.
 */
export async function moderate<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  bookingId: string,
  user: User,
  action: ModerationAction,
  onDecided: (result: ModerateResult) => Promise<unknown>,
): Promise<Moderation> {
  const { store, video } = deps
  if (store.moderate === undefined || video.removeParticipant === undefined) {
    throw new MeetingsError('ROUTE_NOT_FOUND')
  }
  const viewer = await viewerOf(deps, bookingId, user)
  const at = deps.now()
  const waitingSince = new Date(at.getTime() - STILL_WAITING_MS)
  const result = await store.moderate({ bookingId, viewer, at, waitingSince, action })
  if (result === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  if (result.outcome !== 'done') throw refusal(result.outcome)
  // Told before the room is asked: the decision is taken, whatever becomes of the room.
  await onDecided(result)
  if (action.type === 'remove') {
    await video.removeParticipant({ roomName: roomNameOf(result.booking.id), identity: action.identity })
  }
  return presented(result, at)
}

function refusal(outcome: Exclude<ModerateResult['outcome'], 'done'>): MeetingsError {
  switch (outcome) {
    case 'not_in_charge':
      return new MeetingsError('ACTION_FORBIDDEN')
    case 'unknown_person':
      return new MeetingsError('PARTICIPANT_NOT_FOUND')
    case 'person_in_charge':
      return new MeetingsError('ACTION_FORBIDDEN', { message: 'Hosts and admins cannot be removed.' })
  }
}

function presented({ booking, isLocked, waiting, removed }: ModerateResult, at: Date): Moderation {
  const personOf = (person: ModeratedPerson): MeetingPerson => ({
    identity: person.identity,
    name: nameIn(booking, person),
    role: person.role,
  })
  return {
    bookingId: booking.id,
    isLocked,
    waiting: waiting.map((person) => ({ ...personOf(person), since: person.since.toISOString() })),
    removed: removed.map(personOf),
    serverTime: at.toISOString(),
  }
}
