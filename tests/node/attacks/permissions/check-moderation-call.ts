import type { Asker, Facts } from './oracle.ts'
import { readStatus, strangerAnswer } from './oracle.ts'
import type { Person } from './people.ts'
import { BOOKING_ID, type Stage } from './stage.ts'

const NOBODY = 'c0000000-0000-4000-8000-0000000000aa'

interface ModerationCall {
  send(stage: Stage, bookingId: string): Promise<Response>
  /** What somebody in charge hears. */
  inCharge: 'success' | 'PARTICIPANT_NOT_FOUND'
}

const about = (path: string): ModerationCall => ({
  send: (stage, id) => stage.send('POST', path, { booking_id: id, identity: NOBODY }),
  inCharge: 'PARTICIPANT_NOT_FOUND',
})

/** Every route of hosts. */
export const MODERATION_CALLS: Record<string, ModerationCall> = {
  removeParticipant: about('/remove-participant'),
  readmitParticipant: about('/readmit-participant'),
  admitParticipant: about('/admit-participant'),
  lockMeeting: {
    send: (stage, id) => stage.send('POST', '/lock-meeting', { booking_id: id, locked: true }),
    inCharge: 'success',
  },
  readModeration: { send: (stage, id) => stage.get(`/moderation?booking_id=${id}`), inCharge: 'success' },
}

const STATUS_OF: Record<string, number> = {
  UNAUTHENTICATED: 401,
  ACTION_FORBIDDEN: 403,
  BOOKING_NOT_FOUND: 404,
  PARTICIPANT_NOT_FOUND: 404,
}

/** Said a second time in other words: hosts and admins decide, at any time and whatever happened; nobody else. */
function answerTo(asker: Asker, facts: Facts, inCharge: ModerationCall['inCharge']): string {
  const stranger = strangerAnswer(asker, facts)
  if (stranger) return stranger.refused
  return asker.part === 'host' || asker.administers ? inCharge : 'ACTION_FORBIDDEN'
}

/** Asks once and says what differs from the table. */
export async function checkModerationCall(
  stage: Stage,
  name: string,
  { person, now }: { person: Person; now: number },
): Promise<string[]> {
  stage.setTime(now)
  const call = MODERATION_CALLS[name] ?? about(name)
  const expected = answerTo(person, stage.facts, call.inCharge)
  const response = await call.send(stage, BOOKING_ID)
  const body = await response.json()
  const after = stage.statusNow() ?? 'gone'
  const isRight =
    expected === 'success'
      ? response.status === 200 && Array.isArray(body.waiting)
      : body.code === expected && response.status === STATUS_OF[expected]
  const shows = ['waiting', 'removed', 'isLocked', 'token'].filter((key) => key in body)
  return [
    ...(isRight ? [] : [`answers ${response.status} ${body.code} instead of ${expected}`]),
    ...(expected !== 'success' && shows.length > 0 ? [`shows ${shows} beside the refusal`] : []),
    ...('token' in body ? ['holds a token'] : []),
    ...(after === stage.facts.status || after === readStatus(stage.facts, now)
      ? []
      : [`leaves the booking ${after}`]),
    ...(stage.video.removed.length === 0 ? [] : ['sends somebody out']),
  ]
}
