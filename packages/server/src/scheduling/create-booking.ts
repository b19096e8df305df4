import type { Booking, BookingDraft } from '@meetings/contract'
import { presentBooking } from '../bookings/present-booking.ts'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { askHook } from '../operations/ask-hook.ts'
import type { BookRequest, BookResult, ScheduleStore } from '../ports/schedule-store.ts'
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
 * key, the same request again answers the same booking (`replayed`), whatever has become of its slot and its type.
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
  const ask: Ask = {
    meetingTypeId: draft.meetingTypeId,
    viewer,
    at,
    ...customerOf(draft, user),
    idempotency: key === null ? null : { key, fingerprint: await fingerprintOf(draft) },
  }
  const [openings, before] = await Promise.all([
    schedule.findOpenings({ ...request, from: new Date(start), to: new Date(start + 1) }),
    whatKeyMade(schedule, ask, new Date(start)),
  ])
  const booked = before ?? (await bookOpenSlot())
  if (booked === null) throw unknownMeetingType()
  switch (booked.outcome) {
    case 'booked':
    case 'replayed':
      return {
        booking: presentBooking(booked.booking, viewer, deps),
        replayed: booked.outcome === 'replayed',
      }
    case 'taken':
      throw slotTaken(await findNearest(schedule, request, start))
    case 'key_reused':
      throw new MeetingsError('IDEMPOTENCY_KEY_REUSED')
    case 'key_in_progress':
      throw new MeetingsError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: RETRY_SECONDS })
  }

  async function bookOpenSlot(): Promise<BookResult | null> {
    if (openings === null) return null
    const answers = checkAnswers(openings.type.questions, draft.answers ?? {})
    const candidates = candidatesAt(openings, start, at)
    // A slot that is gone is refused in any case.
    if (candidates.length > 0) {
      const { hooks, hookMs } = deps
      const about = { meetingType: presentMeetingType(openings.type), user, startTime: draft.startTime }
      await askHook('beforeBook', hookMs, () => hooks.beforeBook?.(about))
    }
    const metadata = metadataOf({ ...draft, answers })
    return schedule.book({ ...ask, ...slotTimes(openings, start), candidates, metadata })
  }
}

/** What a booking takes besides its slot. */
type Ask = Omit<BookRequest, 'start' | 'end' | 'busy' | 'candidates' | 'metadata'>

/** Without candidates nothing is booked, and a key still answers what it made. `null`: nothing so far. */
async function whatKeyMade(schedule: ScheduleStore, ask: Ask, start: Date): Promise<BookResult | null> {
  if (ask.idempotency === null) return null
  const slot = { start, end: start, busy: { start, end: start } }
  const made = await schedule.book({ ...ask, ...slot, candidates: [], metadata: {} })
  return made?.outcome === 'taken' ? null : made
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
