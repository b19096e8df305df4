import {
  type Booking,
  type BookingScope,
  joinStatus,
  type LaunchTicket,
  type MeetingPerson,
  MINUTE_MS,
  roomNameOf,
} from '@meetings/contract'
import type { Answer, MeetingsClient } from '../client/meetings-client.ts'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { Clock } from '../clock/meeting-clock.ts'

/** A server in memory that keeps the rules of the join window and counts what it is asked. */
export interface MemoryClient extends MeetingsClient {
  /** Every call so far, oldest first. */
  readonly calls: readonly { route: keyof MeetingsClient; bookingId?: string }[]
  /** All bookings as they are now. */
  getBookings(): readonly Booking[]
  /** Replaces all bookings. */
  setBookings(bookings: readonly Booking[]): void
  /** The next answer of a route is this problem. */
  failNext(route: keyof MeetingsClient, problem: Partial<MeetingsProblem>): void
  /** Launches are answered with "not yet", as by a server with a waiting room, until the result is called. */
  keepWaiting(): () => void
  /** Every answer of a route waits until the result is called. */
  hold(route: keyof MeetingsClient): () => void
}

export interface MemoryClientOptions {
  clock: Clock
  bookings?: readonly Booking[]
  /** Overrides who else is named in the ticket; by default host and customer of the booking. */
  participants?: readonly MeetingPerson[]
  /** The life of a token, in milliseconds. */
  tokenLifeMs?: number
}

const HOUR_MS = 60 * MINUTE_MS

export function createMemoryClient(options: MemoryClientOptions): MemoryClient {
  const { clock, tokenLifeMs = HOUR_MS } = options
  const calls: { route: keyof MeetingsClient; bookingId?: string }[] = []
  const failures: { route: keyof MeetingsClient; problem: MeetingsProblem }[] = []
  const gates = new Map<keyof MeetingsClient, Promise<void>>()
  let bookings = [...(options.bookings ?? [])]
  let tokens = 0
  let isWaitingRoomOpen = false

  const iso = (ms: number) => new Date(ms).toISOString()
  const token = () => {
    tokens += 1
    return {
      token: `token-${tokens}`,
      expiresAt: iso(clock.now() + tokenLifeMs),
      serverTime: iso(clock.now()),
    }
  }
  const peopleOf = (booking: Booking): MeetingPerson[] => [
    ...(options.participants ?? [
      { identity: booking.hostId, name: booking.hostName, role: 'host' as const },
      ...(booking.customerId === null
        ? []
        : [{ identity: booking.customerId, name: booking.customerName, role: 'customer' as const }]),
    ]),
  ]

  async function answer<T>(
    route: keyof MeetingsClient,
    bookingId: string | undefined,
    signal: AbortSignal | undefined,
    work: () => Answer<T>,
  ): Promise<Answer<T>> {
    calls.push(bookingId === undefined ? { route } : { route, bookingId })
    await gates.get(route)
    if (signal?.aborted) return refuse('SUPERSEDED')
    const failure = failures.findIndex((entry) => entry.route === route)
    const [failed] = failure < 0 ? [] : failures.splice(failure, 1)
    return failed ? { ok: false, problem: failed.problem } : work()
  }

  const find = (id: string) => bookings.find((booking) => booking.id === id)
  const move = (id: string, status: Booking['status']) => {
    bookings = bookings.map((booking) => (booking.id === id ? { ...booking, status } : booking))
  }

  return {
    calls,
    getBookings: () => bookings,
    setBookings(next) {
      bookings = [...next]
    },
    failNext(route, problem) {
      failures.push({ route, problem: { code: 'INTERNAL', retryable: true, ...problem } })
    },
    keepWaiting() {
      isWaitingRoomOpen = true
      return () => {
        isWaitingRoomOpen = false
      }
    },
    hold(route) {
      let open = () => {}
      gates.set(
        route,
        new Promise((resolve) => {
          open = resolve
        }),
      )
      return () => {
        gates.delete(route)
        open()
      }
    },
    launchVideo: (bookingId, { signal } = {}) =>
      answer<LaunchTicket>('launchVideo', bookingId, signal, () => {
        const booking = find(bookingId)
        if (!booking) return refuse('BOOKING_NOT_FOUND')
        if (booking.status === 'cancelled') return refuse('BOOKING_CANCELLED')
        const status = joinStatus(booking.joinWindow, clock.now(), booking.viewerRole)
        if (status === 'early') return refuse('JOIN_TOO_EARLY', true)
        if (status === 'over') return refuse('BOOKING_ENDED')
        if (isWaitingRoomOpen) return refuse('WAITING_FOR_ADMISSION', true)
        move(bookingId, 'in_progress')
        const ticket: LaunchTicket = {
          ...token(),
          bookingId,
          roomName: roomNameOf(bookingId),
          participantName: booking.viewerRole === 'host' ? booking.hostName : booking.customerName,
          endsAt: booking.endTime,
          role: booking.viewerRole,
          participants: peopleOf(booking),
        }
        return { ok: true, value: ticket }
      }),
    refreshToken: (bookingId, { signal } = {}) =>
      answer('refreshToken', bookingId, signal, () => {
        const booking = find(bookingId)
        if (!booking) return refuse('BOOKING_NOT_FOUND')
        return { ok: true, value: { ...token(), participants: peopleOf(booking) } }
      }),
    leaveVideo: (bookingId) =>
      answer('leaveVideo', bookingId, undefined, () => {
        move(bookingId, 'completed')
        return { ok: true, value: { bookingId, status: 'completed' as const } }
      }),
    listBookings: ({ scope = 'upcoming', limit = 50, cursor = '0' }, { signal } = {}) =>
      answer('listBookings', undefined, signal, () => {
        const found = bookings.filter((booking) => isInScope(booking, scope, clock.now()))
        const from = Number(cursor)
        return {
          ok: true,
          value: {
            bookings: found.slice(from, from + limit),
            nextCursor: from + limit < found.length ? String(from + limit) : null,
            serverTime: iso(clock.now()),
          },
        }
      }),
  }
}

function isInScope(booking: Booking, scope: BookingScope, now: number): boolean {
  if (scope === 'all') return true
  if (booking.status === 'cancelled') return scope === 'cancelled'
  const isOver = booking.status === 'completed' || now >= Date.parse(booking.endTime)
  return scope === (isOver ? 'past' : 'upcoming')
}

function refuse(code: MeetingsProblem['code'], retryable = false): { ok: false; problem: MeetingsProblem } {
  return { ok: false, problem: { code, retryable } }
}
