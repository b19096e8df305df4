import { type Booking, type MeetingType, MINUTE_MS, type Slot } from '@meetings/contract'
import type { Clock } from '../../clock/meeting-clock.ts'

const STEP_MS = 30 * MINUTE_MS
const HOUR_MS = 60 * MINUTE_MS
const OPENS_MS = 9 * HOUR_MS
const CLOSES_MS = 17 * HOUR_MS
export const DAY_MS = 24 * HOUR_MS

/** Which slots are free: every half hour, 9 to 17 UTC on weekdays, where nothing is booked. */
export interface MemorySlots {
  /** Whether a meeting can start then; the booking that is to be moved is in nobody's way. */
  isFree(start: number, type: MeetingType, exceptBookingId?: string): boolean
  /** The free slots that start in this span. */
  between(from: number, to: number, type: MeetingType, exceptBookingId?: string): Slot[]
  /** The free slots around one that is gone. */
  nearest(start: number, type: MeetingType): Slot[]
  /** Somebody else takes the slot that starts then. */
  take(start: number): void
}

export function createMemorySlots(clock: Clock, getBookings: () => readonly Booking[]): MemorySlots {
  const taken = new Set<number>()

  function isFree(start: number, type: MeetingType, exceptBookingId?: string): boolean {
    const end = start + type.durationMinutes * MINUTE_MS
    if (!isOpen(start, end) || taken.has(start)) return false
    if (start < clock.now() + type.minimumNoticeMinutes * MINUTE_MS) return false
    return getBookings().every(
      (other) =>
        other.id === exceptBookingId ||
        !['confirmed', 'in_progress'].includes(other.status) ||
        Date.parse(other.endTime) <= start ||
        Date.parse(other.startTime) >= end,
    )
  }

  function between(from: number, to: number, type: MeetingType, exceptBookingId?: string): Slot[] {
    const slots: Slot[] = []
    for (let start = Math.ceil(from / STEP_MS) * STEP_MS; start < to; start += STEP_MS) {
      if (!isFree(start, type, exceptBookingId)) continue
      const end = start + type.durationMinutes * MINUTE_MS
      slots.push({ start: new Date(start).toISOString(), end: new Date(end).toISOString() })
    }
    return slots
  }

  return {
    isFree,
    between,
    nearest: (start, type) => [
      ...between(start - 7 * DAY_MS, start, type).slice(-3),
      ...between(start + 1, start + 7 * DAY_MS, type).slice(0, 3),
    ],
    take: (start) => void taken.add(start),
  }
}

function isOpen(start: number, end: number): boolean {
  const midnight = start - (start % DAY_MS)
  const day = new Date(start).getUTCDay()
  const isWeekday = day > 0 && day < 6
  return isWeekday && start % STEP_MS === 0 && start >= midnight + OPENS_MS && end <= midnight + CLOSES_MS
}
