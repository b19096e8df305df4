import {
  type Booking,
  type HostSchedule,
  type MeetingType,
  MINUTE_MS,
  type SlotHold,
} from '@meetings/contract'
import type { Answer } from '../client/meetings-client.ts'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { SchedulingClient } from '../client/scheduling-client.ts'
import type { Clock } from '../clock/meeting-clock.ts'
import type { MemoryClient } from './memory-client.ts'
import { createMemoryAnswers, refuse } from './memory-scheduling/memory-answers.ts'
import { bookingOf, cancelled, inOrder, moved, timesOf } from './memory-scheduling/memory-bookings.ts'
import { createMemorySlots, DAY_MS } from './memory-scheduling/memory-slots.ts'

/** A schedule in memory over the bookings of a memory client: slots every half hour, 9 to 17 UTC on weekdays. */
export interface MemoryScheduling extends SchedulingClient {
  /** The names of the verbs called so far, oldest first. */
  readonly calls: readonly (keyof SchedulingClient)[]
  readonly holds: readonly SlotHold[]
  /** The next answer of a verb is this problem. */
  failNext(verb: keyof SchedulingClient, problem: Partial<MeetingsProblem>): void
  /** Every answer of a verb waits until the result is called. */
  pause(verb: keyof SchedulingClient): () => void
  /** Somebody else takes the slot that starts here (ISO 8601). */
  take(startTime: string): void
}

export interface MemorySchedulingOptions {
  clock: Clock
  client: Pick<MemoryClient, 'getBookings' | 'setBookings'>
  meetingTypes?: readonly MeetingType[]
}

export const SAMPLE_MEETING_TYPE: MeetingType = {
  id: 'consultation',
  name: 'Consultation',
  description: null,
  durationMinutes: 30,
  hostMode: 'any',
  hosts: [{ id: 'sam', name: 'Sam Rivera' }],
  questions: [],
  minimumNoticeMinutes: 60,
  furthestDays: 60,
  cancellationCutoffMinutes: 60,
}

const HOLD_MS = 10 * MINUTE_MS

export function createMemoryScheduling(options: MemorySchedulingOptions): MemoryScheduling {
  const { clock, client, meetingTypes = [SAMPLE_MEETING_TYPE] } = options
  const { calls, failNext, pause, answer } = createMemoryAnswers<keyof SchedulingClient>()
  const slots = createMemorySlots(clock, client.getBookings)
  const made = new Map<string, { draft: string; bookingId: string }>()
  let holds: SlotHold[] = []
  let schedule: HostSchedule | null = null
  let ids = 0

  const iso = (ms: number) => new Date(ms).toISOString()
  const nextId = () => {
    ids += 1
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`
  }
  const typeOf = (id: string | null) => meetingTypes.find((type) => type.id === id) ?? meetingTypes[0]
  const find = (id: string) => client.getBookings().find((booking) => booking.id === id)
  const refuseTaken = (start: number, type: MeetingType) =>
    refuse('SLOT_TAKEN', { nearest: slots.nearest(start, type) })

  function change(
    bookingId: string,
    to: (booking: Booking) => Answer<Booking>,
  ): Answer<{ booking: Booking }> {
    const booking = find(bookingId)
    if (!booking) return refuse('BOOKING_NOT_FOUND')
    const limit = booking.changeableUntil
    if (limit === null || (limit && clock.now() >= Date.parse(limit))) return refuse('ACTION_FORBIDDEN')
    if (booking.status !== 'confirmed') return refuse('BOOKING_ENDED')
    const changed = to(booking)
    if (!changed.ok) return changed
    const others = client.getBookings().filter(({ id }) => id !== bookingId)
    client.setBookings(inOrder([...others, changed.value]))
    return { ok: true, value: { booking: changed.value } }
  }

  return {
    calls,
    get holds() {
      return holds
    },
    failNext,
    pause,
    take: (startTime) => slots.take(Date.parse(startTime)),

    listMeetingTypes: ({ signal } = {}) =>
      answer('listMeetingTypes', signal, () => ({
        ok: true,
        value: { meetingTypes: [...meetingTypes], serverTime: iso(clock.now()) },
      })),

    availability: ({ meetingTypeId, from, to, timeZone, bookingId }, { signal } = {}) =>
      answer('availability', signal, () => {
        const type = typeOf(meetingTypeId)
        if (!type) return refuse('VALIDATION_FAILED')
        // A day more on both sides: the dates are those of the viewer's zone.
        const start = Date.parse(from) - DAY_MS
        const free = slots.between(start, Date.parse(to) + 2 * DAY_MS, type, bookingId)
        const date = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone })
        const days = []
        for (let day = Date.parse(from); day <= Date.parse(to); day += DAY_MS) {
          const name = iso(day).slice(0, 10)
          const ofDay = free.filter((slot) => date.format(Date.parse(slot.start)) === name)
          days.push({ date: name, slots: ofDay })
        }
        return { ok: true, value: { days, timeZone, serverTime: iso(clock.now()) } }
      }),

    hold: ({ meetingTypeId, startTime }, { signal } = {}) =>
      answer('hold', signal, () => {
        const type = typeOf(meetingTypeId)
        if (!type) return refuse('VALIDATION_FAILED')
        const start = Date.parse(startTime)
        if (!slots.isFree(start, type)) return refuseTaken(start, type)
        // One person, so one hold of a type: it moves.
        const known = holds.find((hold) => hold.meetingTypeId === type.id)
        const { startTime: startsAt, endTime } = timesOf(start, type)
        const hold = {
          id: known?.id ?? nextId(),
          meetingTypeId: type.id,
          startTime: startsAt,
          endTime,
          expiresAt: iso(clock.now() + HOLD_MS),
        }
        holds = [...holds.filter((each) => each.id !== hold.id), hold]
        return { ok: true, value: { hold, serverTime: iso(clock.now()) } }
      }),

    releaseHold: (holdId) =>
      answer('releaseHold', undefined, () => {
        holds = holds.filter((hold) => hold.id !== holdId)
        return { ok: true, value: {} }
      }),

    createBooking: (draft, { idempotencyKey, signal }) =>
      answer('createBooking', signal, () => {
        const type = typeOf(draft.meetingTypeId)
        if (!type) return refuse('VALIDATION_FAILED')
        const body = JSON.stringify(draft)
        const earlier = made.get(idempotencyKey)
        if (earlier && earlier.draft !== body) return refuse('IDEMPOTENCY_KEY_REUSED')
        const known = earlier && find(earlier.bookingId)
        if (known) return { ok: true, value: { booking: known } }
        const start = Date.parse(draft.startTime)
        if (!slots.isFree(start, type)) return refuseTaken(start, type)
        const booking = bookingOf(nextId(), draft, type)
        made.set(idempotencyKey, { draft: body, bookingId: booking.id })
        holds = holds.filter((hold) => hold.meetingTypeId !== type.id)
        client.setBookings(inOrder([...client.getBookings(), booking]))
        return { ok: true, value: { booking } }
      }),

    cancelBooking: (bookingId, { reason, signal } = {}) =>
      answer('cancelBooking', signal, () => {
        const booking = find(bookingId)
        if (booking?.status === 'cancelled') return { ok: true, value: { booking } }
        return change(bookingId, (old) => ({ ok: true, value: cancelled(old, iso(clock.now()), reason) }))
      }),

    rescheduleBooking: (bookingId, { startTime, signal }) =>
      answer('rescheduleBooking', signal, () =>
        change(bookingId, (old) => {
          const type = typeOf(old.meetingTypeId)
          const start = Date.parse(startTime)
          if (!type) return refuse('VALIDATION_FAILED')
          if (old.startTime === startTime) return { ok: true, value: old }
          if (!slots.isFree(start, type, old.id)) return refuseTaken(start, type)
          return { ok: true, value: moved(old, start, type) }
        }),
      ),

    calendarFile: (bookingId, { signal } = {}) =>
      answer('calendarFile', signal, () => {
        const booking = find(bookingId)
        if (!booking) return refuse('BOOKING_NOT_FOUND')
        return {
          ok: true,
          value: { text: `BEGIN:VCALENDAR\r\nX-BOOKING:${booking.id}\r\nEND:VCALENDAR\r\n` },
        }
      }),

    mySchedule: ({ signal } = {}) => answer('mySchedule', signal, () => ({ ok: true, value: { schedule } })),

    saveSchedule: (next, { signal } = {}) =>
      answer('saveSchedule', signal, () => {
        schedule = next
        return { ok: true, value: { schedule } }
      }),
  }
}
