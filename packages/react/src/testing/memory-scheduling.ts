import {
  type Booking,
  type BookingDraft,
  type HostSchedule,
  joinWindow,
  type MeetingType,
  MINUTE_MS,
  type Slot,
  type SlotHold,
} from '@meetings/contract'
import type { Answer } from '../client/meetings-client.ts'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { SchedulingClient } from '../client/scheduling-client.ts'
import type { Clock } from '../clock/meeting-clock.ts'
import type { MemoryClient } from './memory-client.ts'

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
const STEP_MS = 30 * MINUTE_MS
const DAY_MS = 1440 * MINUTE_MS

export function createMemoryScheduling(options: MemorySchedulingOptions): MemoryScheduling {
  const { clock, client, meetingTypes = [SAMPLE_MEETING_TYPE] } = options
  const calls: (keyof SchedulingClient)[] = []
  const failures: { verb: keyof SchedulingClient; problem: MeetingsProblem }[] = []
  const gates = new Map<keyof SchedulingClient, Promise<void>>()
  const taken = new Set<number>()
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

  async function answer<T>(
    verb: keyof SchedulingClient,
    signal: AbortSignal | undefined,
    work: () => Answer<T>,
  ): Promise<Answer<T>> {
    calls.push(verb)
    await gates.get(verb)
    if (signal?.aborted) return refuse('SUPERSEDED')
    const failure = failures.findIndex((entry) => entry.verb === verb)
    const [failed] = failure < 0 ? [] : failures.splice(failure, 1)
    return failed ? { ok: false, problem: failed.problem } : work()
  }

  function isFree(start: number, type: MeetingType, exceptBookingId?: string): boolean {
    const end = start + type.durationMinutes * MINUTE_MS
    const day = new Date(start).getUTCDay()
    const hours = (start % DAY_MS) / (60 * MINUTE_MS)
    const isOpen = day > 0 && day < 6 && start % STEP_MS === 0 && hours >= 9
    if (!isOpen || (end % DAY_MS) / (60 * MINUTE_MS) > 17 || taken.has(start)) return false
    if (start < clock.now() + type.minimumNoticeMinutes * MINUTE_MS) return false
    return client
      .getBookings()
      .every(
        (other) =>
          other.id === exceptBookingId ||
          !['confirmed', 'in_progress'].includes(other.status) ||
          Date.parse(other.endTime) <= start ||
          Date.parse(other.startTime) >= end,
      )
  }

  function slotsFrom(from: number, to: number, type: MeetingType, exceptBookingId?: string): Slot[] {
    const slots: Slot[] = []
    for (let start = Math.ceil(from / STEP_MS) * STEP_MS; start < to; start += STEP_MS) {
      if (!isFree(start, type, exceptBookingId)) continue
      slots.push({ start: iso(start), end: iso(start + type.durationMinutes * MINUTE_MS) })
    }
    return slots
  }

  function refuseTaken(start: number, type: MeetingType): Answer<never> {
    const before = slotsFrom(start - 7 * DAY_MS, start, type).slice(-3)
    const after = slotsFrom(start + 1, start + 7 * DAY_MS, type).slice(0, 3)
    return refuse('SLOT_TAKEN', { nearest: [...before, ...after] })
  }

  function timesOf(start: number, type: MeetingType) {
    return { startTime: iso(start), endTime: iso(start + type.durationMinutes * MINUTE_MS) }
  }

  function bookingFrom(draft: BookingDraft, type: MeetingType): Booking {
    const times = timesOf(Date.parse(draft.startTime), type)
    const [host = { id: 'sam', name: 'Sam Rivera' }, ...others] = type.hosts
    return {
      id: nextId(),
      organizationId: null,
      meetingTypeId: type.id,
      meetingTypeName: type.name,
      hostId: host.id,
      hostName: host.name,
      hosts: type.hostMode === 'all' ? others : [],
      customerId: 'me',
      customerName: draft.customerName,
      customerEmail: draft.customerEmail ?? null,
      ...times,
      joinWindow: joinWindow(times),
      status: 'confirmed',
      viewerRole: 'customer',
      notes: draft.notes ?? null,
      customerTimeZone: draft.timeZone,
      guests: (draft.guests ?? []).map(({ email, name = null }) => ({ email, name })),
      answers: draft.answers ?? {},
      cancellation: null,
      changeableUntil: changeableUntil(times.startTime, type),
      presence: null,
      sequence: 0,
      metadata: {},
    }
  }

  const changeableUntil = (startTime: string, type: MeetingType) =>
    iso(Date.parse(startTime) - type.cancellationCutoffMinutes * MINUTE_MS)

  function change(
    bookingId: string,
    to: (booking: Booking) => Answer<Booking>,
  ): Answer<{ booking: Booking }> {
    const booking = find(bookingId)
    if (!booking) return refuse('BOOKING_NOT_FOUND')
    const limit = booking.changeableUntil
    if (limit === null || (limit && clock.now() >= Date.parse(limit))) return refuse('ACTION_FORBIDDEN')
    const changed = to(booking)
    if (!changed.ok) return changed
    client.setBookings(client.getBookings().map((each) => (each.id === bookingId ? changed.value : each)))
    return { ok: true, value: { booking: changed.value } }
  }

  return {
    calls,
    get holds() {
      return holds
    },
    failNext(verb, problem) {
      failures.push({ verb, problem: { code: 'INTERNAL', retryable: true, ...problem } })
    },
    pause(verb) {
      let open = () => {}
      gates.set(verb, new Promise((resolve) => (open = resolve)))
      return () => {
        gates.delete(verb)
        open()
      }
    },
    take: (startTime) => void taken.add(Date.parse(startTime)),

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
        const slots = slotsFrom(start, Date.parse(to) + 2 * DAY_MS, type, bookingId)
        const date = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone })
        const days = []
        for (let day = Date.parse(from); day <= Date.parse(to); day += DAY_MS) {
          const name = iso(day).slice(0, 10)
          const ofDay = slots.filter((slot) => date.format(Date.parse(slot.start)) === name)
          days.push({ date: name, slots: ofDay })
        }
        return { ok: true, value: { days, timeZone, serverTime: iso(clock.now()) } }
      }),

    hold: ({ meetingTypeId, startTime }, { signal } = {}) =>
      answer('hold', signal, () => {
        const type = typeOf(meetingTypeId)
        if (!type) return refuse('VALIDATION_FAILED')
        const start = Date.parse(startTime)
        if (!isFree(start, type)) return refuseTaken(start, type)
        // One person, so one hold of a type: it moves.
        const known = holds.find((hold) => hold.meetingTypeId === type.id)
        const hold = {
          id: known?.id ?? nextId(),
          meetingTypeId: type.id,
          ...timesOf(start, type),
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
        if (!isFree(start, type)) return refuseTaken(start, type)
        const booking = bookingFrom(draft, type)
        made.set(idempotencyKey, { draft: body, bookingId: booking.id })
        holds = holds.filter((hold) => hold.meetingTypeId !== type.id)
        client.setBookings(sorted([...client.getBookings(), booking]))
        return { ok: true, value: { booking } }
      }),

    cancelBooking: (bookingId, { reason, signal } = {}) =>
      answer('cancelBooking', signal, () => {
        const booking = find(bookingId)
        if (booking?.status === 'cancelled') return { ok: true, value: { booking } }
        return change(bookingId, (old) => {
          if (old.status !== 'confirmed') return refuse('BOOKING_ENDED')
          const at = iso(clock.now())
          const cancellation = { by: old.viewerRole, reason: reason ?? null, at }
          const sequence = (old.sequence ?? 0) + 1
          return {
            ok: true,
            value: { ...old, status: 'cancelled', cancellation, sequence, changeableUntil: null },
          }
        })
      }),

    rescheduleBooking: (bookingId, { startTime, signal }) =>
      answer('rescheduleBooking', signal, () => {
        const result = change(bookingId, (old) => {
          if (old.status !== 'confirmed') return refuse('BOOKING_ENDED')
          const type = typeOf(old.meetingTypeId)
          const start = Date.parse(startTime)
          if (!type) return refuse('VALIDATION_FAILED')
          if (old.startTime === startTime) return { ok: true, value: old }
          if (!isFree(start, type, old.id)) return refuseTaken(start, type)
          const times = timesOf(start, type)
          return {
            ok: true,
            value: {
              ...old,
              ...times,
              joinWindow: joinWindow(times),
              changeableUntil: changeableUntil(times.startTime, type),
              sequence: (old.sequence ?? 0) + 1,
            },
          }
        })
        client.setBookings(sorted(client.getBookings()))
        return result
      }),

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

function sorted(bookings: readonly Booking[]): Booking[] {
  return [...bookings].sort((a, b) => Date.parse(a.startTime) - Date.parse(b.startTime))
}

function refuse(
  code: MeetingsProblem['code'],
  details?: Readonly<Record<string, unknown>>,
): { ok: false; problem: MeetingsProblem } {
  return { ok: false, problem: { code, retryable: false, ...(details && { details }) } }
}
