import type { Booking, BookingDraft } from '@meetings/contract'
import { presentBooking } from '../bookings/present-booking.ts'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { askHook } from '../operations/ask-hook.ts'
import type { BookRequest } from '../ports/schedule-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { checkAnswers } from './check-answers.ts'
import { findNearest } from './find-nearest.ts'
import { fingerprintOf } from './fingerprint.ts'
import { presentMeetingType } from './list-meeting-types.ts'
import { slotTaken, unknownMeetingType } from './refusals.ts'
import { bookerOf, requireSchedule } from './scheduling-deps.ts'
import { candidatesAt, slotTimes } from './slot-search.ts'

/** Seconds after which a request whose key is still being worked on may be repeated. */
const RETRY_SECONDS = 1

/**
 * Books a slot for the user, if it is open at this very moment: what the caller was shown counts for nothing. With a
 * key, the same request again answers the same booking (`replayed`).
 * Throws `SLOT_TAKEN` with the nearest free slots, `VALIDATION_FAILED`, `IDEMPOTENCY_KEY_REUSED` or
 * `IDEMPOTENCY_IN_PROGRESS`, and what the host's `beforeBook` throws.
 */
export async function createBooking<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  draft: BookingDraft,
  user: User,
  key: string | null,
): Promise<{ booking: Booking; replayed: boolean }> {
  const schedule = requireSchedule(deps)
  const viewer = bookerOf(deps, user)
  const at = deps.now()
  const start = Date.parse(draft.startTime)
  const request = { meetingTypeId: draft.meetingTypeId, viewer, at, exceptBookingId: null }
  const [openings, fingerprint] = await Promise.all([
    schedule.findOpenings({ ...request, from: new Date(start), to: new Date(start + 1) }),
    fingerprintOf(draft),
  ])
  if (openings === null) throw unknownMeetingType()
  const answers = checkAnswers(openings.type.questions, draft.answers ?? {})
  const candidates = candidatesAt(openings, start, at)
  // A slot that is gone is refused in any case, unless it is this request's own of before.
  if (candidates.length > 0) {
    const { hooks, hookMs } = deps
    const about = { meetingType: presentMeetingType(openings.type), user, startTime: draft.startTime }
    await askHook('beforeBook', hookMs, () => hooks.beforeBook?.(about))
  }
  const result = await schedule.book({
    meetingTypeId: draft.meetingTypeId,
    viewer,
    at,
    ...slotTimes(openings, start),
    candidates,
    ...customerOf(draft, user),
    metadata: metadataOf({ ...draft, answers }),
    idempotency: key === null ? null : { key, fingerprint },
  })
  if (result === null) throw unknownMeetingType()
  switch (result.outcome) {
    case 'booked':
    case 'replayed':
      return {
        booking: presentBooking(result.booking, viewer, deps),
        replayed: result.outcome === 'replayed',
      }
    case 'taken':
      throw slotTaken(await findNearest(schedule, request, start))
    case 'key_reused':
      throw new MeetingsError('IDEMPOTENCY_KEY_REUSED')
    case 'key_in_progress':
      throw new MeetingsError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: RETRY_SECONDS })
  }
}

/**
 * The account books; the address is contact data. It makes nobody a participant: only a booking without an account
 * is anybody's by address.
 */
function customerOf(
  { customerName, customerEmail }: BookingDraft,
  { email }: MeetingsUser,
): Pick<BookRequest, 'customerName' | 'customerEmail'> {
  return { customerName, customerEmail: customerEmail ?? email ?? null }
}

function metadataOf(draft: BookingDraft): BookRequest['metadata'] {
  const { notes, timeZone, guests = [], answers = {} } = draft
  return {
    timeZone,
    ...(notes ? { notes } : {}),
    ...(guests.length > 0
      ? { guests: guests.map(({ email, name }) => ({ email: email.toLowerCase(), ...(name && { name }) })) }
      : {}),
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
  }
}
