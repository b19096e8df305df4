import { type LockRequest, MEETING_ROUTES, type ParticipantRequest } from '@meetings/contract'
import type { ModerationClient } from './moderation-client.ts'
import { readLeaveReceipt } from './read-answers.ts'
import { readModeration } from './read-moderation.ts'
import type { Send } from './send-request.ts'

/** The verbs of hosts over the same door as those of the call. Apart from them, because few people host. */
export function createModerationClient(send: Send): ModerationClient {
  const about =
    (route: 'removeParticipant' | 'readmitParticipant' | 'admitParticipant') =>
    (bookingId: string, identity: string, { signal }: { signal?: AbortSignal } = {}) => {
      const body: ParticipantRequest = { booking_id: bookingId, identity }
      return send({ ...MEETING_ROUTES[route], body, read: readModeration, signal })
    }

  return {
    removeParticipant: about('removeParticipant'),
    readmitParticipant: about('readmitParticipant'),
    admitParticipant: about('admitParticipant'),

    lockMeeting(bookingId, locked, { signal } = {}) {
      const body: LockRequest = { booking_id: bookingId, locked }
      return send({ ...MEETING_ROUTES.lockMeeting, body, read: readModeration, signal })
    },

    readModeration: (bookingId, { signal } = {}) =>
      send({
        ...MEETING_ROUTES.readModeration,
        query: new URLSearchParams({ booking_id: bookingId }),
        read: readModeration,
        signal,
      }),

    endVideo: (bookingId, { signal } = {}) =>
      send({ ...MEETING_ROUTES.endVideo, body: { booking_id: bookingId }, read: readLeaveReceipt, signal }),
  }
}
