/** A time that can be booked. ISO 8601 UTC, `start <= t < end`. */
export interface Slot {
  start: string
  end: string
}

/** A day of the viewer's calendar and what can be booked on it, earliest first. */
export interface AvailableDay {
  /** `2026-11-22`, in the zone that was asked for. */
  date: string
  slots: Slot[]
}

/** What to ask `GET /availability` for. Dates are plain dates in `timeZone`, both included; at most 62 days. */
export interface AvailabilityQuery {
  meetingTypeId: string
  /** `2026-11-22` */
  from: string
  to: string
  /** IANA: `Europe/Berlin`. */
  timeZone: string
  /** A booking to be moved: its own time counts as free. */
  bookingId?: string | undefined
}

/** Answer of `GET /availability`: every date that was asked for, free or not. */
export interface Availability {
  days: AvailableDay[]
  timeZone: string
  serverTime: string
}

/** A slot kept for one visitor while they fill the form. */
export interface SlotHold {
  id: string
  meetingTypeId: string
  startTime: string
  endTime: string
  /** When it is free again for others. */
  expiresAt: string
}

/** Answer of `POST /holds`. */
export interface HoldReceipt {
  hold: SlotHold
  serverTime: string
}
