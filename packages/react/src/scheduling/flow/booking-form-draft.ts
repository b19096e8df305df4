import type { QuestionAnswers } from '@meetings/contract'

/** What somebody has typed so far, right or wrong. It outlives every step and every failure. */
export interface BookingFormDraft {
  name: string
  email: string
  notes: string
  /** E-mail addresses that are complete. */
  guests: readonly string[]
  /** The address that is being typed. */
  guestText: string
  answers: QuestionAnswers
}

/** What the host app knows of the person already. */
export interface KnownCustomer {
  name?: string | undefined
  email?: string | undefined
}

export function emptyDraft({ name = '', email = '' }: KnownCustomer = {}): BookingFormDraft {
  return { name, email, notes: '', guests: [], guestText: '', answers: {} }
}
