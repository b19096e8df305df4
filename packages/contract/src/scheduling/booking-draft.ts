import type { Booking } from '../booking/booking.ts'

/** Somebody to invite besides whoever books. */
export interface GuestDraft {
  email: string
  name?: string | undefined
}

/** Answers to a meeting type's questions, by question id. */
export type QuestionAnswers = Readonly<Record<string, string | boolean>>

/** What `POST /bookings` is made from. The caller's account, when there is one, becomes the customer. */
export interface BookingDraft {
  meetingTypeId: string
  /** A slot's start, ISO 8601 UTC. The server decides again whether it is free. */
  startTime: string
  customerName: string
  /** For mails. Only a verified address of the account can make somebody a participant. */
  customerEmail?: string | undefined
  /** The zone the customer chose the time in. */
  timeZone: string
  notes?: string | undefined
  guests?: readonly GuestDraft[] | undefined
  answers?: QuestionAnswers | undefined
  /** The hold of this slot, when there is one. */
  holdId?: string | undefined
}

/** Answer of `POST /bookings`, `cancel` and `reschedule`. */
export interface BookingReceipt {
  booking: Booking
}
