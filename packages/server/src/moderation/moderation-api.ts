import type { Moderation } from '@meetings/contract'
import { lockRequestSchema, participantRequestSchema } from '@meetings/contract/schemas'
import { withCode } from '../http/api-call.ts'
import { parseInput } from '../http/parse-input.ts'
import { bookingIdIn } from '../http/read-inputs.ts'
import { snakeKeys } from '../http/wire-keys.ts'
import type { CallAs } from '../meetings-api.ts'
import type { MeetingsEvent } from '../meetings-events.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { ModerateResult, ModerationAction } from '../ports/moderation.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { moderate } from './moderate.ts'

/** Somebody in, or waiting for, a meeting. */
export interface ParticipantInput {
  bookingId: string
  /** The room's name for the person. */
  identity: string
}

/** What hosts and admins decide in a meeting. Needs a store with `moderate` and a provider with `removeParticipant`. */
export interface ModerationApi<User extends MeetingsUser = MeetingsUser> {
  /** Sends somebody out. They get no token for this booking any more. */
  removeParticipant(input: ParticipantInput, as: CallAs<User>): Promise<Moderation>
  /** Takes a removal back. */
  readmitParticipant(input: ParticipantInput, as: CallAs<User>): Promise<Moderation>
  /** Lets somebody in who waits. */
  admitParticipant(input: ParticipantInput, as: CallAs<User>): Promise<Moderation>
  /** While locked, only hosts, admins and people who were in already can join. */
  lockMeeting(input: { bookingId: string; locked: boolean }, as: CallAs<User>): Promise<Moderation>
  /** Who waits, who was removed, and whether it is locked. */
  readModeration(input: { bookingId: string }, as: CallAs<User>): Promise<Moderation>
}

/** The use cases of moderation behind one door: input is checked, failures carry a code, events are told. */
export function createModerationApi<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  emit: (event: MeetingsEvent) => Promise<void>,
): ModerationApi<User> {
  const decide = (bookingId: string, as: CallAs<User>, action: ModerationAction) =>
    moderate(deps, bookingId, as.user, action, (result) =>
      Promise.all(
        eventsOf(action, result, {
          bookingId,
          userId: as.user.id,
          requestId: as.requestId ?? null,
          at: deps.now(),
        }).map(emit),
      ),
    )
  const about =
    (type: 'remove' | 'readmit' | 'admit') =>
    (input: ParticipantInput, as: CallAs<User>): Promise<Moderation> =>
      withCode(async () => {
        const { identity } = parseInput(participantRequestSchema, snakeKeys(input))
        return decide(bookingIdIn(input), as, { type, identity })
      })

  return {
    removeParticipant: about('remove'),
    readmitParticipant: about('readmit'),
    admitParticipant: about('admit'),
    lockMeeting: (input, as) =>
      withCode(async () => {
        const { locked } = parseInput(lockRequestSchema, snakeKeys(input))
        return decide(bookingIdIn(input), as, { type: 'lock', isLocked: locked })
      }),
    readModeration: (input, as) => withCode(async () => decide(bookingIdIn(input), as, { type: 'read' })),
  }
}

type About = Pick<MeetingsEvent, 'bookingId' | 'at' | 'requestId'> & { userId: string }

const DECISIONS = {
  remove: 'participant.removed',
  readmit: 'participant.readmitted',
  admit: 'participant.admitted',
} as const

function eventsOf(action: ModerationAction, result: ModerateResult, about: About): MeetingsEvent[] {
  const { changed, personId, left, completed } = result
  if (!changed || action.type === 'read') return []
  if (action.type === 'lock') {
    return [{ ...about, type: action.isLocked ? 'meeting.locked' : 'meeting.unlocked' }]
  }
  const { userId, ...common } = about
  return [
    { ...about, type: DECISIONS[action.type], participantId: personId ?? '' },
    ...(left && personId !== null
      ? [{ ...common, type: 'meeting.left', userId: personId, source: 'host' } as const]
      : []),
    ...(completed ? [{ ...common, type: 'meeting.completed', because: 'everybody_left' } as const] : []),
  ]
}
