// What is promised about changing a booking, said a second time in other words: see oracle.ts.
import { type Asker, type Facts, readStatus, strangerAnswer } from './oracle.ts'

const MINUTE = 60_000

type Status = Facts['status']

/** A refusal by its code; or success, and the status the answer tells, if it tells one. `after` is what is stored. */
export type ExpectedOfBooking =
  | { refused: string; after: Status[] }
  | { status: Status | null; after: Status[] }

/** Cancelling: not for guests; for who booked it until the cutoff, for who is in charge until it starts; once. */
export function cancelAnswer(
  asker: Asker,
  facts: Facts,
  cutoffMinutes: number,
  now: number,
): ExpectedOfBooking {
  const stranger = strangerAnswer(asker, facts)
  if (stranger) return stranger
  const refused = refusalOfChange(asker, facts, cutoffMinutes, now)
  // Done already is done.
  if (refused === 'BOOKING_CANCELLED') return { status: 'cancelled', after: ['cancelled'] }
  return refused === null ? { status: 'cancelled', after: ['cancelled'] } : { refused, after: [facts.status] }
}

/** Moving, to a time that is free: for the same people until the same time. */
export function rescheduleAnswer(
  asker: Asker,
  facts: Facts,
  cutoffMinutes: number,
  now: number,
): ExpectedOfBooking {
  const stranger = strangerAnswer(asker, facts)
  if (stranger) return stranger
  const refused = refusalOfChange(asker, facts, cutoffMinutes, now)
  return refused === null
    ? { status: 'confirmed', after: ['confirmed'] }
    : { refused, after: [readStatus(facts, now)] }
}

/** The calendar file, and free times with the booking left out: for everybody who takes part, whatever happened. */
export function readAnswer(asker: Asker, facts: Facts, _cutoff: number, now: number): ExpectedOfBooking {
  return strangerAnswer(asker, facts) ?? { status: null, after: [readStatus(facts, now)] }
}

/** Whether the meeting's own time is among the free ones: not over, and not busy for this asker. */
export function showsOwnTime({ part }: Asker, facts: Facts, now: number): boolean {
  const status = readStatus(facts, now)
  const isLive = status === 'confirmed' || status === 'in_progress'
  // A guest moves nothing, and learns nothing by asking.
  return now <= facts.start && (!isLive || part !== 'guest')
}

function refusalOfChange(
  { part, administers }: Asker,
  { status, start, end }: Facts,
  cutoffMinutes: number,
  now: number,
): string | null {
  const isInCharge = part === 'host' || administers
  if (part === 'guest' && !isInCharge) return 'ACTION_FORBIDDEN'
  if (status === 'cancelled') return 'BOOKING_CANCELLED'
  if (status === 'completed' || now >= end) return 'BOOKING_ENDED'
  const until = isInCharge ? start : start - cutoffMinutes * MINUTE
  return status === 'confirmed' && now < until ? null : 'ACTION_FORBIDDEN'
}
