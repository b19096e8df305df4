import type { Booking } from '@meetings/contract'

/** Whether a viewer may cancel or move a booking now, and until when. */
export type Changeable =
  /** Not theirs to change, or nothing to change any more. */
  { may: 'never' } | { may: 'no-longer'; until: string } | { may: 'yes'; until: string }

/** What `changeableUntil` means at an instant (milliseconds since the epoch). */
export function changeableAt(
  { status, changeableUntil }: Pick<Booking, 'status' | 'changeableUntil'>,
  now: number,
): Changeable {
  // An older server does not say it, and cannot cancel either.
  if (status !== 'confirmed' || !changeableUntil) return { may: 'never' }
  return { may: now < Date.parse(changeableUntil) ? 'yes' : 'no-longer', until: changeableUntil }
}

/** Whether it makes sense to put a booking into a calendar at an instant. */
export function belongsInCalendar({ status, endTime }: Pick<Booking, 'status' | 'endTime'>, now: number) {
  return (status === 'confirmed' || status === 'in_progress') && now < Date.parse(endTime)
}
