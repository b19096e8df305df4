import type { ErrorCode } from '@meetings/contract'
import type { BookingRouteName } from '../http/lazy-booking-routes.ts'
import { JSON_CODES, type OperationNotes } from './operation-notes.ts'

const CHANGE_CODES = [
  ...JSON_CODES,
  'BOOKING_NOT_FOUND',
  'ACTION_FORBIDDEN',
  'BOOKING_ENDED',
] as const satisfies ErrorCode[]

/** The routes that are there when something can be booked. */
export const BOOKING_OPERATIONS: Record<BookingRouteName, OperationNotes> = {
  listMeetingTypes: {
    tag: 'Booking',
    summary: 'List what can be booked',
    description: "The meeting types of no organisation and of the caller's own.",
    access: 'person',
    request: null,
    answer: 'MeetingTypeList',
    codes: [],
  },
  listAvailability: {
    tag: 'Booking',
    summary: 'List free slots',
    description:
      "By the days of the caller's zone, every date that was asked for. A meeting type that is not there is " +
      'VALIDATION_FAILED.',
    access: 'person',
    request: { query: 'AvailabilityQuery' },
    answer: 'Availability',
    codes: ['VALIDATION_FAILED', 'BOOKING_NOT_FOUND'],
  },
  holdSlot: {
    tag: 'Booking',
    summary: 'Keep a slot while a form is filled',
    description:
      'For ten minutes. Each person has one hold per meeting type: the same slot extends it, another one moves it.',
    access: 'person',
    request: { json: 'HoldRequest' },
    answer: 'HoldReceipt',
    codes: [...JSON_CODES, 'SLOT_TAKEN'],
  },
  releaseHold: {
    tag: 'Booking',
    summary: 'Give a slot back',
    description: 'Also fine when there is no such hold.',
    access: 'person',
    request: null,
    answer: null,
    codes: ['VALIDATION_FAILED'],
  },
  createBooking: {
    tag: 'Booking',
    summary: 'Book a slot',
    description:
      'The caller becomes the customer. Whether the slot is open is decided at this moment. With a key, repeating ' +
      'the request answers the same booking, marked by the header `idempotency-replayed: true`.',
    access: 'person',
    request: { json: 'BookingDraft' },
    header: {
      name: 'Idempotency-Key',
      description: 'One key per intention; kept for 24 hours. The same key with another body is refused.',
      schema: { type: 'string', maxLength: 255, pattern: '^[!-~]+$' },
    },
    answer: 'BookingReceipt',
    codes: [...JSON_CODES, 'HOST_REFUSED', 'SLOT_TAKEN', 'IDEMPOTENCY_IN_PROGRESS', 'IDEMPOTENCY_KEY_REUSED'],
  },
  cancelBooking: {
    tag: 'Bookings',
    summary: 'Cancel a booking',
    description:
      'Before it begins: its customer until the cutoff, hosts and admins until the start. Safe to repeat.',
    access: 'person',
    request: { json: 'Cancellation' },
    answer: 'BookingReceipt',
    codes: CHANGE_CODES,
  },
  rescheduleBooking: {
    tag: 'Bookings',
    summary: 'Move a booking',
    description: 'To another free slot of its meeting type; who may, as for cancelling. Safe to repeat.',
    access: 'person',
    request: { json: 'Reschedule' },
    answer: 'BookingReceipt',
    codes: [...CHANGE_CODES, 'SLOT_TAKEN', 'BOOKING_CANCELLED'],
  },
  readSchedule: {
    tag: 'Booking',
    summary: "Read the caller's own hours",
    description: 'When they can be met as a host.',
    access: 'person',
    request: null,
    answer: 'ScheduleReceipt',
    codes: [],
  },
  saveSchedule: {
    tag: 'Booking',
    summary: "Replace the caller's own hours",
    description: 'Bookings that were made stay as they are.',
    access: 'person',
    request: { json: 'ScheduleDraft' },
    answer: 'ScheduleReceipt',
    codes: [...JSON_CODES],
  },
}
