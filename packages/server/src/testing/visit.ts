import type { Visitor } from '../ports/booking-store.ts'

/** One person's stay in one meeting. Milliseconds since the epoch; `leftAt` is `null` while they are in. */
export interface Visit extends Visitor {
  bookingId: string
  enteredAt: number
  leftAt: number | null
}

/** Whether any two different people were in at the same time. */
export function metOthers(visits: readonly Visit[]): boolean {
  return visits.some((one) =>
    visits.some(
      (other) =>
        one.userId !== other.userId &&
        one.enteredAt < (other.leftAt ?? Number.POSITIVE_INFINITY) &&
        other.enteredAt < (one.leftAt ?? Number.POSITIVE_INFINITY),
    ),
  )
}
