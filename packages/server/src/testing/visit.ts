import type { BookingRecord, Visitor } from '../ports/booking-store.ts'

/** One person's stay in one meeting. Milliseconds since the epoch; `leftAt` is `null` while they are in. */
export interface Visit extends Omit<Visitor, 'enteredAt' | 'leftAt'> {
  identity: string
  enteredAt: number
  /** The last `enter` of this visit: what the room tells about earlier times does not concern it. */
  launchedAt: number
  /** How often `enter` let this visit in: one per tab and retry. */
  launches: number
  leftAt: number | null
}

/** Each person once, in the order they first came. */
export function visitorsOf(visits: readonly Visit[]): Visitor[] {
  const visitors = new Map<string, Visitor>()
  for (const { userId, name, role, enteredAt, leftAt, leftBy } of visits) {
    const first = visitors.get(userId) ?? { userId, name, role, enteredAt: new Date(enteredAt) }
    visitors.set(userId, { ...first, leftAt: leftAt === null ? null : new Date(leftAt), leftBy })
  }
  return [...visitors.values()]
}

/**
 * What a meeting becomes when nobody is left in it: `confirmed` again when nothing happened yet (nobody stayed
 * until the start, and no two people met), else `completed`. Every visit has ended.
 */
export function statusWithoutAnybody(
  booking: BookingRecord,
  visits: readonly Visit[],
): 'confirmed' | 'completed' {
  const lastLeft = Math.max(...visits.map(({ leftAt }) => leftAt ?? 0))
  if (visits.length === 0) return 'confirmed'
  return lastLeft < Date.parse(booking.startTime) && !metOthers(visits) ? 'confirmed' : 'completed'
}

/** Whether any two different people were in at the same time. */
function metOthers(visits: readonly Visit[]): boolean {
  return visits.some((one) =>
    visits.some(
      (other) =>
        one.userId !== other.userId &&
        one.enteredAt < (other.leftAt ?? Number.POSITIVE_INFINITY) &&
        other.enteredAt < (one.leftAt ?? Number.POSITIVE_INFINITY),
    ),
  )
}
