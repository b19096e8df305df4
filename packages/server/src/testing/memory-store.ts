import type { BookingStatus } from '@meetings/contract'
import { administers, guestsOf, participantRole } from '../bookings/participant-role.ts'
import type {
  BookingRecord,
  BookingStore,
  FoundBooking,
  ListPosition,
  ListRequest,
  ViewedBooking,
  Viewer,
  Visitor,
} from '../ports/booking-store.ts'
import { metOthers, type Visit } from './visit.ts'

/** A store in memory, with a look inside for assertions. */
export interface MemoryStore extends BookingStore {
  /** The booking as it is now; `undefined` when there is none. */
  get(bookingId: string): BookingRecord | undefined
  /** Adds a booking, or replaces the one with its id. */
  put(booking: BookingRecord): void
}

/** A full `BookingStore` in memory: the same rules as the database, nothing kept after the process. */
export function memoryStore(options: { bookings?: readonly BookingRecord[] } = {}): MemoryStore {
  const bookings = new Map<string, BookingRecord>()
  const visits: Visit[] = []

  const put = (booking: BookingRecord) => void bookings.set(booking.id, structuredClone(booking))
  const setStatus = (bookingId: string, status: BookingStatus) => {
    const booking = bookings.get(bookingId)
    if (booking) put({ ...booking, status })
  }
  const visitsOf = (bookingId: string) => visits.filter((visit) => visit.bookingId === bookingId)
  const openVisit = (bookingId: string, userId: string) =>
    visitsOf(bookingId).find((visit) => visit.userId === userId && visit.leftAt === null)

  const view = (bookingId: string, viewer: Viewer): ViewedBooking | null => {
    const booking = bookings.get(bookingId)
    const viewerRole = booking && participantRole(booking, viewer)
    return booking && viewerRole ? structuredClone({ ...booking, viewerRole }) : null
  }
  const found = (booking: ViewedBooking): FoundBooking => {
    const visitors = new Map<string, Visitor>()
    for (const { userId, name, role } of visitsOf(booking.id)) {
      if (!visitors.has(userId)) visitors.set(userId, { userId, name, role })
    }
    return { booking, visitors: [...visitors.values()] }
  }
  const completeForgotten = (forgottenBy: Date) => {
    for (const booking of bookings.values()) {
      if (booking.status !== 'in_progress' || Date.parse(booking.endTime) > forgottenBy.getTime()) continue
      setStatus(booking.id, 'completed')
      for (const visit of visitsOf(booking.id)) {
        visit.leftAt ??= Math.max(visit.enteredAt, Date.parse(booking.endTime))
      }
    }
  }

  for (const booking of options.bookings ?? []) put(booking)

  return {
    get: (bookingId) => structuredClone(bookings.get(bookingId)),
    put,

    async enter({ bookingId, viewer, at, startsBy, endsAfter }) {
      const booking = view(bookingId, viewer)
      if (booking === null) return null
      const inTime =
        (Date.parse(booking.startTime) <= startsBy.getTime() || administers(booking, viewer)) &&
        Date.parse(booking.endTime) > endsAfter.getTime()
      const entered = inTime && isEnterable(booking, visitsOf(bookingId).length)
      const newVisit = entered && openVisit(bookingId, viewer.userId) === undefined
      if (entered) {
        setStatus(booking.id, 'in_progress')
        booking.status = 'in_progress'
      }
      if (newVisit) {
        const guest = guestsOf(booking).find(({ email }) => email === viewer.verifiedEmail)
        visits.push({
          bookingId,
          userId: viewer.userId,
          name: viewer.name ?? guest?.name ?? null,
          role: booking.viewerRole,
          enteredAt: at.getTime(),
          leftAt: null,
        })
      }
      return { ...found(booking), entered, newVisit }
    },

    async leave({ bookingId, viewer, at, neverArrived }) {
      const booking = view(bookingId, viewer)
      if (booking === null) return null
      const visit = openVisit(bookingId, viewer.userId)
      if (visit === undefined) return { bookingId, status: booking.status }
      if (neverArrived) visits.splice(visits.indexOf(visit), 1)
      else visit.leftAt = Math.max(visit.enteredAt, at.getTime())

      const rest = visitsOf(bookingId)
      if (booking.status !== 'in_progress' || rest.some(({ leftAt }) => leftAt === null)) {
        return { bookingId, status: booking.status }
      }
      const notStarted = at.getTime() < Date.parse(booking.startTime)
      const nothingHappened = rest.length === 0 || (notStarted && !metOthers(rest))
      const status = nothingHappened ? 'confirmed' : 'completed'
      setStatus(booking.id, status)
      return { bookingId, status }
    },

    async find({ bookingId, viewer, forgottenBy }) {
      completeForgotten(forgottenBy)
      const booking = view(bookingId, viewer)
      return booking === null ? null : found(booking)
    },

    async list(request) {
      completeForgotten(request.forgottenBy)
      const soonestFirst = request.scope === 'upcoming'
      const rows = Array.from(bookings.keys(), (id) => view(id, request.viewer))
        .filter((booking) => booking !== null)
        .filter((booking) => isInScope(booking, request))
        .sort((a, b) => (soonestFirst ? comparePositions(a, b) : comparePositions(b, a)))
        .filter(({ startTime, id }) => {
          if (request.after === null) return true
          const order = comparePositions({ startTime, id }, request.after)
          return soonestFirst ? order > 0 : order < 0
        })
      const page = rows.slice(0, request.limit)
      const last = page.at(-1)
      return {
        bookings: page,
        next: last && rows.length > page.length ? { startTime: last.startTime, id: last.id } : null,
      }
    },
  }
}

/** Completed because everybody left: it may go on. Completed by a decision: it stays so. */
function isEnterable({ status, metadata }: BookingRecord, visitCount: number): boolean {
  if (status === 'completed') return visitCount > 0 && metadata.endedForAll !== true
  return status !== 'cancelled'
}

function isInScope(booking: ViewedBooking, { scope, endsAfter }: ListRequest): boolean {
  if (scope === 'all') return true
  if (scope === 'cancelled') return booking.status === 'cancelled'
  if (booking.status === 'cancelled') return false
  // A call that runs over is still going on.
  const upcoming = Date.parse(booking.endTime) > endsAfter.getTime() || booking.status === 'in_progress'
  return upcoming === (scope === 'upcoming')
}

function comparePositions(a: ListPosition, b: ListPosition): number {
  const byTime = Date.parse(a.startTime) - Date.parse(b.startTime)
  if (byTime !== 0) return byTime
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
