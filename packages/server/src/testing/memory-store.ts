import type { BookingPresence, BookingStatus, ParticipantRole } from '@meetings/contract'
import { administers, guestsOf, participantRole } from '../bookings/participant-role.ts'
import type {
  BookingRecord,
  BookingStore,
  FoundBooking,
  LeaveRequest,
  ListRequest,
  ViewedBooking,
  Viewer,
} from '../ports/booking-store.ts'
import type { CallOptions } from '../ports/call-options.ts'
import {
  closeIfEmpty,
  closeVisit,
  completeIfForgotten,
  type MemoryMeeting,
  mayGoOn,
  openVisits,
} from './memory-meeting.ts'
import { barredBy, moderate, wait } from './memory-moderation.ts'
import { settle } from './memory-settle.ts'
import { visitorsOf } from './visit.ts'

/** A store in memory, with a look inside for assertions. */
export interface MemoryStore extends Required<BookingStore> {
  /** The booking as it is now; `undefined` when there is none. */
  get(bookingId: string): BookingRecord | undefined
  /** Adds a booking, or replaces the one with its id; its visits stay. */
  put(booking: BookingRecord): void
  /** Every booking as it is now, in the order they were added. */
  all(): BookingRecord[]
}

/** A full `BookingStore` in memory: the same rules as the database, nothing kept after the process. */
export function memoryStore(options: { bookings?: readonly BookingRecord[] } = {}): MemoryStore {
  const meetings = new Map<string, MemoryMeeting>()

  const put = (booking: BookingRecord) => {
    const known = meetings.get(booking.id) ?? {
      visits: [],
      connections: new Map(),
      endedRooms: new Map(),
      admissions: new Map(),
      isLocked: false,
    }
    meetings.set(booking.id, {
      ...known,
      booking: structuredClone(booking),
      startsAt: Date.parse(booking.startTime),
      endsAt: Date.parse(booking.endTime),
    })
  }
  for (const booking of options.bookings ?? []) put(booking)

  /** The meeting, and what the viewer is in it; `null` for strangers. */
  const open = (bookingId: string, viewer: Viewer) => {
    const meeting = meetings.get(bookingId)
    const viewerRole = meeting && participantRole(meeting.booking, viewer)
    return meeting && viewerRole ? { meeting, viewerRole } : null
  }

  return {
    get: (bookingId) => structuredClone(meetings.get(bookingId)?.booking),
    put,
    all: () => Array.from(meetings.values(), ({ booking }) => structuredClone(booking)),

    async enter({ bookingId, viewer, identity, at, startsBy, endsAfter, waitingRoom }, call) {
      checkSignal(call)
      const opened = open(bookingId, viewer)
      if (opened === null) return null
      const { meeting, viewerRole } = opened
      const { booking } = meeting
      const allowed =
        (meeting.startsAt <= startsBy.getTime() || administers(booking, viewer)) &&
        meeting.endsAt > endsAfter.getTime() &&
        (booking.status === 'confirmed' ||
          booking.status === 'in_progress' ||
          // The grace after the end is for who comes late, not for beginning again.
          (meeting.endsAt > at.getTime() && mayGoOn(meeting)))
      const barred = allowed ? barredBy(meeting, viewer, viewerRole, waitingRoom) : null
      const entered = allowed && barred === null
      const visit = openVisits(meeting).find(({ userId }) => userId === viewer.userId)
      const person = () => ({
        userId: viewer.userId,
        identity,
        name:
          viewer.name ?? guestsOf(booking).find(({ email }) => email === viewer.verifiedEmail)?.name ?? null,
        role: viewerRole,
      })
      if (barred === 'waiting') wait(meeting, person(), at.getTime())
      if (entered && visit) {
        // The entries of a visit can arrive in another order than they began.
        visit.enteredAt = Math.min(visit.enteredAt, at.getTime())
        visit.launchedAt = Math.max(visit.launchedAt, at.getTime())
        visit.launches += 1
      } else if (entered) {
        meeting.visits.push({
          ...person(),
          enteredAt: at.getTime(),
          launchedAt: at.getTime(),
          launches: 1,
          leftAt: null,
          leftBy: null,
        })
      }
      const started = entered && booking.status !== 'in_progress'
      if (started) meeting.booking = { ...booking, status: 'in_progress' }
      return { ...found(meeting, viewerRole), barred, entered, newVisit: entered && !visit, started }
    },

    async leave(request, call) {
      checkSignal(call)
      const { bookingId, viewer } = request
      const meeting = open(bookingId, viewer)?.meeting
      if (meeting === undefined) return null
      const ended = request.neverArrived ? takeBack(meeting, request) : endVisit(meeting, request)
      const completed = ended && closeIfEmpty(meeting)
      return {
        bookingId,
        status: meeting.booking.status,
        left: ended && request.neverArrived !== true,
        completed,
      }
    },

    async end({ bookingId, viewer, at }, call) {
      checkSignal(call)
      const opened = open(bookingId, viewer)
      if (opened === null) return null
      const { meeting, viewerRole } = opened
      const { booking } = meeting
      const completed = booking.status === 'in_progress'
      const ended =
        (viewerRole === 'host' || administers(booking, viewer)) &&
        (completed || (booking.status === 'completed' && meeting.visits.length > 0))
      if (ended) {
        const status: BookingStatus = 'completed'
        meeting.booking = { ...booking, status, metadata: { ...booking.metadata, endedForAll: true } }
        for (const visit of openVisits(meeting)) closeVisit(visit, at.getTime(), 'end')
      }
      return { booking: view(meeting, viewerRole), ended, completed: ended && completed }
    },

    async settle(news, call) {
      checkSignal(call)
      const meeting = meetings.get(news.bookingId)
      return meeting === undefined ? null : settle(meeting, news)
    },

    async find({ bookingId, viewer, forgottenBy, waitingRoom }, call) {
      checkSignal(call)
      const opened = open(bookingId, viewer)
      // A stranger's question changes nothing: nobody would hear what was completed.
      if (opened === null) return null
      const forgotten = completeIfForgotten(opened.meeting, forgottenBy) ? [bookingId] : []
      const { meeting, viewerRole } = opened
      const barred = barredBy(meeting, viewer, viewerRole, waitingRoom)
      return { ...found(meeting, viewerRole), barred, forgotten }
    },

    async list(request, call) {
      checkSignal(call)
      const forgotten = completeForgotten(meetings, request.forgottenBy)
      const direction = request.scope === 'upcoming' ? 1 : -1
      const after = request.after && { startsAt: Date.parse(request.after.startTime), id: request.after.id }
      const rows = Array.from(meetings.keys(), (id) => open(id, request.viewer))
        .filter((opened) => opened !== null)
        .filter(({ meeting }) => isInScope(meeting, request))
        .sort((a, b) => direction * comparePositions(positionOf(a.meeting), positionOf(b.meeting)))
        .filter(
          ({ meeting }) => after === null || direction * comparePositions(positionOf(meeting), after) > 0,
        )
      const page = rows.slice(0, request.limit).map(({ meeting, viewerRole }) => ({
        ...view(meeting, viewerRole),
        presence: presenceIn(meeting, request.viewer),
      }))
      const last = page.at(-1)
      const next = last && rows.length > page.length ? { startTime: last.startTime, id: last.id } : null
      return { bookings: page, next, forgotten }
    },

    async moderate(request, call) {
      checkSignal(call)
      const opened = open(request.bookingId, request.viewer)
      if (opened === null) return null
      const { meeting, viewerRole } = opened
      const decided = moderate(meeting, request)
      return { booking: view(meeting, viewerRole), ...decided }
    },

    async ping(call) {
      checkSignal(call)
    },
  }
}

function checkSignal(call: CallOptions | undefined): void {
  call?.signal?.throwIfAborted()
}

function view({ booking }: MemoryMeeting, viewerRole: ParticipantRole): ViewedBooking {
  return { ...booking, viewerRole, metadata: copyJson(booking.metadata) }
}

function presenceIn(meeting: MemoryMeeting, viewer: Viewer): BookingPresence | null {
  if (meeting.booking.status !== 'in_progress') return null
  const present = openVisits(meeting)
  return {
    hostIsIn: present.some(({ role }) => role === 'host'),
    others: present.filter(({ userId }) => userId !== viewer.userId).length,
  }
}

/** The same JSON in objects of its own: what a reader does to it stays with the reader. */
function copyJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyJson) as T
  const copy = { ...value } as Record<string, unknown>
  for (const key of Object.keys(copy)) copy[key] = copyJson(copy[key])
  return copy as T
}

function found(meeting: MemoryMeeting, viewerRole: ParticipantRole): FoundBooking {
  return { booking: view(meeting, viewerRole), visitors: visitorsOf(meeting.visits) }
}

/** True when there was a visit to end. */
function endVisit(meeting: MemoryMeeting, { viewer, at }: LeaveRequest): boolean {
  const visit = openVisits(meeting).find(({ userId }) => userId === viewer.userId)
  if (visit) closeVisit(visit, at.getTime(), 'person')
  return visit !== undefined
}

/** Takes one entry back. True when nothing is left of the visit. */
function takeBack(meeting: MemoryMeeting, { viewer, at }: LeaveRequest): boolean {
  const time = at.getTime()
  const visit = openVisits(meeting).find(
    ({ userId, enteredAt, launchedAt }) =>
      userId === viewer.userId && enteredAt <= time && time <= launchedAt,
  )
  if (visit === undefined) return false
  visit.launches -= 1
  if (visit.launches > 0) return false
  meeting.visits = meeting.visits.filter((other) => other !== visit)
  return true
}

function completeForgotten(meetings: ReadonlyMap<string, MemoryMeeting>, forgottenBy: Date): string[] {
  return Array.from(meetings.values())
    .filter((meeting) => completeIfForgotten(meeting, forgottenBy))
    .map(({ booking }) => booking.id)
}

function isInScope({ booking, endsAt }: MemoryMeeting, { scope, endsAfter }: ListRequest): boolean {
  if (scope === 'all') return true
  if (scope === 'cancelled') return booking.status === 'cancelled'
  if (booking.status === 'cancelled') return false
  // A call that runs over is still going on.
  const upcoming = booking.status === 'in_progress' || endsAt > endsAfter.getTime()
  return upcoming === (scope === 'upcoming')
}

interface Position {
  startsAt: number
  id: string
}

function positionOf({ startsAt, booking }: MemoryMeeting): Position {
  return { startsAt, id: booking.id }
}

function comparePositions(a: Position, b: Position): number {
  if (a.startsAt !== b.startsAt) return a.startsAt - b.startsAt
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
