import type { Booking, LeaveReceipt, MeetingPerson, Moderation, WaitingPerson } from '@meetings/contract'
import type { Answer } from '../client/meetings-client.ts'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { ModerationClient } from '../client/moderation-client.ts'
import type { Clock } from '../clock/meeting-clock.ts'
import type { MemoryClient } from './memory-client.ts'

type Verb = keyof ModerationClient

/** The verbs of hosts in memory, over the bookings of a memory client. */
export interface MemoryModeration extends ModerationClient {
  /** Every call so far, oldest first. `about` is an identity, or whether to lock. */
  readonly calls: readonly { verb: Verb; bookingId: string; about?: string | boolean }[]
  /** Puts people into the waiting room, or out of it. */
  setWaiting(bookingId: string, people: readonly MeetingPerson[]): void
  /** The next answer of a verb is this problem. */
  failNext(verb: Verb, problem: Partial<MeetingsProblem>): void
}

export interface MemoryModerationOptions {
  clock: Clock
  /** Where the bookings are: their `viewerRole` decides who may. */
  client: MemoryClient
  /** People who can be removed by name; somebody else goes by their identity. */
  people?: readonly MeetingPerson[]
}

interface Decisions {
  isLocked: boolean
  waiting: WaitingPerson[]
  removed: MeetingPerson[]
}

/** A server in memory that keeps the decisions of one host. */
export function createMemoryModeration({
  clock,
  client,
  people = [],
}: MemoryModerationOptions): MemoryModeration {
  const calls: { verb: Verb; bookingId: string; about?: string | boolean }[] = []
  const failures: { verb: Verb; problem: MeetingsProblem }[] = []
  const meetings = new Map<string, Decisions>()

  const decisionsOf = (bookingId: string): Decisions =>
    meetings.get(bookingId) ?? { isLocked: false, waiting: [], removed: [] }
  const now = () => new Date(clock.now()).toISOString()
  const personOf = (bookingId: string, identity: string): MeetingPerson =>
    [...people, ...decisionsOf(bookingId).waiting].find((person) => person.identity === identity) ?? {
      identity,
      name: identity,
      role: 'guest',
    }
  const bookingOf = (bookingId: string) => client.getBookings().find(({ id }) => id === bookingId)

  /** Why this call fails; `undefined` when it does not. */
  function problemOf(verb: Verb, booking: Booking | undefined): MeetingsProblem | undefined {
    const index = failures.findIndex((entry) => entry.verb === verb)
    const [told] = index < 0 ? [] : failures.splice(index, 1)
    if (told) return told.problem
    if (booking === undefined) return { code: 'BOOKING_NOT_FOUND', retryable: false }
    const isInCharge = booking.viewerRole === 'host' || booking.viewerRole === 'admin'
    return isInCharge ? undefined : { code: 'ACTION_FORBIDDEN', retryable: false }
  }

  async function decide(
    verb: Verb,
    bookingId: string,
    about: string | boolean | undefined,
    change: (decisions: Decisions) => Partial<Decisions>,
  ): Promise<Answer<Moderation>> {
    calls.push({ verb, bookingId, ...(about !== undefined && { about }) })
    const problem = problemOf(verb, bookingOf(bookingId))
    if (problem) return { ok: false, problem }
    const before = decisionsOf(bookingId)
    const after = { ...before, ...change(before) }
    meetings.set(bookingId, after)
    return { ok: true, value: { bookingId, ...after, serverTime: now() } }
  }

  return {
    calls,
    setWaiting(bookingId, waiting) {
      const since = now()
      meetings.set(bookingId, {
        ...decisionsOf(bookingId),
        waiting: waiting.map((person) => ({ ...person, since })),
      })
    },
    failNext(verb, problem) {
      failures.push({ verb, problem: { code: 'INTERNAL', retryable: true, ...problem } })
    },
    removeParticipant: (bookingId, identity) =>
      decide('removeParticipant', bookingId, identity, ({ removed, waiting }) => ({
        removed: [...without(removed, identity), personOf(bookingId, identity)],
        waiting: without(waiting, identity),
      })),
    readmitParticipant: (bookingId, identity) =>
      decide('readmitParticipant', bookingId, identity, ({ removed }) => ({
        removed: without(removed, identity),
      })),
    admitParticipant: (bookingId, identity) =>
      decide('admitParticipant', bookingId, identity, ({ waiting }) => ({
        waiting: without(waiting, identity),
      })),
    lockMeeting: (bookingId, locked) =>
      decide('lockMeeting', bookingId, locked, () => ({ isLocked: locked })),
    readModeration: (bookingId) => decide('readModeration', bookingId, undefined, () => ({})),
    async endVideo(bookingId): Promise<Answer<LeaveReceipt>> {
      calls.push({ verb: 'endVideo', bookingId })
      const problem = problemOf('endVideo', bookingOf(bookingId))
      if (problem) return { ok: false, problem }
      const status = 'completed' as const
      client.setBookings(
        client.getBookings().map((booking) => (booking.id === bookingId ? { ...booking, status } : booking)),
      )
      return { ok: true, value: { bookingId, status } }
    },
  }
}

function without<T extends MeetingPerson>(people: readonly T[], identity: string): T[] {
  return people.filter((person) => person.identity !== identity)
}
