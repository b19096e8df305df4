import type { Booking, MeetingType, Slot } from '@meetings/contract'
import { type BookingFormDraft, emptyDraft, type KnownCustomer } from './booking-form-draft.ts'
import { dateInZone } from './date-in-zone.ts'

/** Where somebody is on the way to a booked meeting, with exactly what is known there. */
export type BookingStep =
  | { step: 'type' }
  | { step: 'time'; meetingType: MeetingType }
  | { step: 'form'; meetingType: MeetingType; slot: Slot }
  | { step: 'done'; meetingType: MeetingType; booking: Booking }

export interface BookingFlow {
  at: BookingStep
  /** The booking that is given another time; `null` when a new one is made. */
  moving: Booking | null
  /** The day whose times are shown, `2026-11-22` in `timeZone`. */
  date: string | null
  /** IANA; the one the times are shown in. */
  timeZone: string
  draft: BookingFormDraft
}

export type BookingFlowEvent =
  | { type: 'type-chosen'; meetingType: MeetingType }
  | { type: 'date-chosen'; date: string | null }
  | { type: 'zone-chosen'; timeZone: string }
  | { type: 'slot-chosen'; slot: Slot }
  | { type: 'typed'; changes: Partial<BookingFormDraft> }
  | { type: 'went-back' }
  | { type: 'booked'; booking: Booking }
  /** From the beginning, for a new meeting or for another time of `moving`. */
  | { type: 'restarted'; moving: Booking | null }

export function startBooking(
  timeZone: string,
  moving: Booking | null = null,
  customer?: KnownCustomer,
): BookingFlow {
  return { at: { step: 'type' }, moving, date: null, timeZone, draft: emptyDraft(customer) }
}

/** The whole flow: what each thing that happens makes of it. What was typed is only ever changed by typing. */
export function nextBookingFlow(flow: BookingFlow, event: BookingFlowEvent): BookingFlow {
  const { at } = flow
  switch (event.type) {
    case 'type-chosen':
      return { ...flow, at: { step: 'time', meetingType: event.meetingType }, date: null }
    case 'date-chosen':
      return { ...flow, date: event.date }
    case 'zone-chosen':
      return { ...flow, timeZone: event.timeZone }
    case 'slot-chosen':
      if (at.step !== 'time' && at.step !== 'form') return flow
      return {
        ...flow,
        at: { step: 'form', meetingType: at.meetingType, slot: event.slot },
        date: dateInZone(event.slot.start, flow.timeZone),
      }
    case 'typed':
      return { ...flow, draft: { ...flow.draft, ...event.changes } }
    case 'went-back':
      if (at.step === 'form') return { ...flow, at: { step: 'time', meetingType: at.meetingType } }
      return at.step === 'time' ? { ...flow, at: { step: 'type' }, date: null } : flow
    case 'booked':
      if (at.step !== 'form') return flow
      return { ...flow, at: { step: 'done', meetingType: at.meetingType, booking: event.booking } }
    case 'restarted': {
      // Who books again is the same person: name and address stay, the rest was about the last meeting.
      const { name, email } = flow.draft
      const draft = at.step === 'done' ? emptyDraft({ name, email }) : flow.draft
      return { ...flow, at: { step: 'type' }, moving: event.moving, date: null, draft }
    }
  }
}
