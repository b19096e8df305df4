import { IDEMPOTENCY_HEADER, MEETING_ROUTES, pathOfRoute } from '@meetings/contract'
import {
  readAvailability,
  readBookingReceipt,
  readHold,
  readMeetingTypes,
  readScheduleReceipt,
} from './read-scheduling.ts'
import { text } from './readers.ts'
import type { SchedulingClient } from './scheduling-client.ts'
import type { Send } from './send-request.ts'

/**
 * The verbs of booking over the same door as those of the call. Apart from them, because a page that only
 * lists meetings need not load this.
 */
export function createSchedulingClient(send: Send): SchedulingClient {
  return {
    listMeetingTypes: ({ signal } = {}) =>
      send({ ...MEETING_ROUTES.listMeetingTypes, read: readMeetingTypes, signal }),

    availability(asked, { signal } = {}) {
      const { meetingTypeId, from, to, timeZone, bookingId } = asked
      const query = new URLSearchParams({ meeting_type_id: meetingTypeId, from, to, time_zone: timeZone })
      if (bookingId !== undefined) query.set('booking_id', bookingId)
      return send({ ...MEETING_ROUTES.listAvailability, query, read: readAvailability, signal })
    },

    hold({ meetingTypeId, startTime, holdId }, { signal } = {}) {
      const body = { meeting_type_id: meetingTypeId, start_time: startTime, hold_id: holdId }
      return send({ ...MEETING_ROUTES.holdSlot, body, read: readHold, signal })
    },

    releaseHold: (holdId, { keepAlive = false } = {}) =>
      send({
        method: 'POST',
        path: pathOfRoute('releaseHold', holdId),
        body: {},
        read: () => ({}),
        keepAlive,
      }),

    createBooking(draft, { idempotencyKey, signal }) {
      const body = {
        meeting_type_id: draft.meetingTypeId,
        start_time: draft.startTime,
        customer_name: draft.customerName,
        customer_email: draft.customerEmail,
        time_zone: draft.timeZone,
        notes: draft.notes,
        guests: draft.guests,
        answers: draft.answers,
        hold_id: draft.holdId,
      }
      const headers = { [IDEMPOTENCY_HEADER]: idempotencyKey }
      return send({ ...MEETING_ROUTES.createBooking, body, headers, read: readBookingReceipt, signal })
    },

    cancelBooking: (bookingId, { reason, signal } = {}) =>
      send({
        method: 'POST',
        path: pathOfRoute('cancelBooking', bookingId),
        body: { reason },
        read: readBookingReceipt,
        signal,
      }),

    rescheduleBooking: (bookingId, { startTime, signal }) =>
      send({
        method: 'POST',
        path: pathOfRoute('rescheduleBooking', bookingId),
        body: { start_time: startTime },
        read: readBookingReceipt,
        signal,
      }),

    calendarFile: (bookingId, { signal } = {}) =>
      send({
        method: 'GET',
        path: pathOfRoute('bookingCalendar', bookingId),
        as: 'text',
        headers: { accept: 'text/calendar, application/json' },
        read: (body) => ({ text: text(body) }),
        signal,
      }),

    mySchedule: ({ signal } = {}) =>
      send({ ...MEETING_ROUTES.readSchedule, read: readScheduleReceipt, signal }),

    saveSchedule: (schedule, { signal } = {}) =>
      send({
        ...MEETING_ROUTES.saveSchedule,
        body: {
          time_zone: schedule.timeZone,
          weekly: schedule.weekly,
          overrides: schedule.overrides,
          time_off: schedule.timeOff,
        },
        read: readScheduleReceipt,
        signal,
      }),
  }
}
