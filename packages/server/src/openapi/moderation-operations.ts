import type { ErrorCode } from '@meetings/contract'
import type { ModerationRouteName } from '../http/lazy-moderation-routes.ts'
import { JSON_CODES, type OperationNotes } from './operation-notes.ts'

const HOST_CODES = [...JSON_CODES, 'BOOKING_NOT_FOUND', 'ACTION_FORBIDDEN'] as const satisfies ErrorCode[]

/** The routes that are there when decisions of hosts can be kept and carried out. */
export const MODERATION_OPERATIONS: Record<ModerationRouteName, OperationNotes> = {
  removeParticipant: {
    tag: 'Calls',
    summary: 'Remove somebody from a meeting',
    description:
      'For its host and for admins, about anybody else. The person is out of the room at once and gets no token for ' +
      'this booking any more. A token they have is no use once the room service has told that they are back: they ' +
      'are sent out again. Refuses somebody who waits, too. Safe to repeat.',
    access: 'person',
    request: { json: 'ParticipantRequest' },
    answer: 'Moderation',
    codes: [...HOST_CODES, 'PARTICIPANT_NOT_FOUND', 'VIDEO_UNAVAILABLE'],
  },
  readmitParticipant: {
    tag: 'Calls',
    summary: 'Take a removal back',
    description: 'For the host and for admins. The person may join again. Safe to repeat.',
    access: 'person',
    request: { json: 'ParticipantRequest' },
    answer: 'Moderation',
    codes: [...HOST_CODES, 'PARTICIPANT_NOT_FOUND'],
  },
  admitParticipant: {
    tag: 'Calls',
    summary: 'Let somebody in who waits',
    description: 'For the host and for admins. The next launch of the person succeeds. Safe to repeat.',
    access: 'person',
    request: { json: 'ParticipantRequest' },
    answer: 'Moderation',
    codes: [...HOST_CODES, 'PARTICIPANT_NOT_FOUND'],
  },
  lockMeeting: {
    tag: 'Calls',
    summary: 'Lock or unlock a meeting',
    description:
      'For the host and for admins. While it is locked only they, and people who were in already, can join. Safe to ' +
      'repeat.',
    access: 'person',
    request: { json: 'LockRequest' },
    answer: 'Moderation',
    codes: HOST_CODES,
  },
  readModeration: {
    tag: 'Calls',
    summary: 'See who waits and who was removed',
    description: 'For the host and for admins. While people may wait, ask every five seconds.',
    access: 'person',
    request: { query: 'BookingRequest' },
    answer: 'Moderation',
    codes: ['VALIDATION_FAILED', 'BOOKING_NOT_FOUND', 'ACTION_FORBIDDEN'],
  },
}
