import {
  cancelAnswer,
  type ExpectedOfBooking,
  readAnswer,
  rescheduleAnswer,
  showsOwnTime,
} from './booking-oracle.ts'
import type { Facts } from './oracle.ts'
import type { Person } from './people.ts'
import { BOOKING_ID, CUTOFF_MINUTES, iso, type Stage, TYPE_ID } from './stage.ts'

/** Far from every boundary, and free. */
const LATER = '2026-11-26T10:00:00.000Z'

const STATUS_OF: Record<string, number> = {
  UNAUTHENTICATED: 401,
  ACTION_FORBIDDEN: 403,
  BOOKING_NOT_FOUND: 404,
  BOOKING_ENDED: 410,
  BOOKING_CANCELLED: 410,
}

interface BookingCall {
  send(stage: Stage, bookingId: string): Promise<Response>
  answer: typeof cancelAnswer
}

/** Every route that is about one booking, apart from the calls. */
export const BOOKING_CALLS = {
  cancelBooking: {
    send: (stage, id) => stage.send('POST', `/bookings/${id}/cancel`, { reason: 'Ill' }),
    answer: cancelAnswer,
  },
  rescheduleBooking: {
    send: (stage, id) => stage.send('POST', `/bookings/${id}/reschedule`, { start_time: LATER }),
    answer: rescheduleAnswer,
  },
  bookingCalendar: { send: (stage, id) => stage.get(`/bookings/${id}/calendar.ics`), answer: readAnswer },
  listAvailability: {
    send: (stage, id) => stage.get(`/availability?${ownDay(stage.facts)}&booking_id=${id}`),
    answer: readAnswer,
  },
} satisfies Record<string, BookingCall>

export type BookingCallName = keyof typeof BOOKING_CALLS

/** Asks once and says what differs from the table. */
export async function checkBookingCall(
  stage: Stage,
  name: BookingCallName,
  { person, now }: { person: Person; now: number },
): Promise<string[]> {
  stage.setTime(now)
  const { send, answer }: BookingCall = BOOKING_CALLS[name]
  const expected = answer(person, stage.facts, CUTOFF_MINUTES, now)
  const response = await send(stage, BOOKING_ID)
  const text = await response.text()
  const after = stage.statusNow()
  return [
    ...answerDifferences(response, text, expected, person),
    ...(name === 'listAvailability' && response.ok ? freeDifferences(text, stage.facts, person, now) : []),
    ...(expected.after.some((status) => status === after) ? [] : [`leaves the booking ${after}`]),
  ]
}

function answerDifferences(
  response: Response,
  text: string,
  expected: ExpectedOfBooking,
  person: Person,
): string[] {
  if ('refused' in expected) {
    const { code } = response.ok ? { code: null } : JSON.parse(text)
    const isRight = code === expected.refused && response.status === STATUS_OF[expected.refused]
    return isRight ? [] : [`answers ${response.status} ${code} instead of ${expected.refused}`]
  }
  if (response.status !== 200) return [`answers ${response.status} ${text} instead of success`]
  if (expected.status === null) return []
  const { booking } = JSON.parse(text)
  return booking.status === expected.status && booking.viewerRole === person.part
    ? []
    : [`answers a ${booking.status} booking of the ${booking.viewerRole}`]
}

function freeDifferences(text: string, facts: Facts, person: Person, now: number): string[] {
  const { days } = JSON.parse(text) as { days: { slots: { start: string }[] }[] }
  const shown = days.flatMap(({ slots }) => slots).some(({ start }) => start === iso(facts.start))
  return shown === showsOwnTime(person, facts, now) ? [] : [`${shown ? 'shows' : 'hides'} its own time`]
}

function ownDay({ start }: Facts): string {
  const date = iso(start).slice(0, 10)
  return new URLSearchParams({
    meeting_type_id: TYPE_ID,
    from: date,
    to: date,
    time_zone: 'UTC',
  }).toString()
}
