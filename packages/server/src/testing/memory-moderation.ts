import type { ParticipantRole, WaitingRoom } from '@meetings/contract'
import { administers, isInCharge } from '../bookings/participant-role.ts'
import type { Viewer } from '../ports/booking-store.ts'
import type {
  Barred,
  ModeratedPerson,
  ModerateRequest,
  ModerateResult,
  ModerationAction,
} from '../ports/moderation.ts'
import { closeIfEmpty, closeVisit, type MemoryMeeting, openVisits } from './memory-meeting.ts'

/** What was decided about one person. Milliseconds since the epoch. */
export interface Admission extends ModeratedPerson {
  /** When they asked to come in while a host had to decide: first and last; `null` when they never did. */
  firstAskedAt: number | null
  askedAt: number | null
  admittedAt: number | null
  removedAt: number | null
}

/** The decision that keeps this viewer out of the meeting. */
export function barredBy(
  meeting: MemoryMeeting,
  viewer: Viewer,
  role: ParticipantRole,
  waitingRoom: WaitingRoom = 'off',
): Barred | null {
  const own = meeting.admissions.get(viewer.userId)
  if (own !== undefined && own.removedAt !== null) return 'removed'
  if (role === 'host' || administers(meeting.booking, viewer)) return null
  if (own !== undefined && own.admittedAt !== null) return null
  if (meeting.visits.some(({ userId }) => userId === viewer.userId)) return null
  if (meeting.isLocked) return 'locked'
  return waitingRoom === 'everyone' || (waitingRoom === 'guests' && role === 'guest') ? 'waiting' : null
}

/** Remembers that somebody asked to come in. */
export function wait(meeting: MemoryMeeting, person: ModeratedPerson, at: number): void {
  const known = meeting.admissions.get(person.userId)
  meeting.admissions.set(person.userId, {
    ...person,
    firstAskedAt: Math.min(known?.firstAskedAt ?? at, at),
    askedAt: Math.max(known?.askedAt ?? at, at),
    admittedAt: null,
    removedAt: null,
  })
}

/** Whether a host removed whoever the room calls so. */
export function isRemoved({ admissions }: MemoryMeeting, identity: string): boolean {
  return Array.from(admissions.values()).some(
    (person) => person.identity === identity && person.removedAt !== null,
  )
}

/** Takes a decision; `booking` of the answer is the caller's to add, as it is seen afterwards. */
export function moderate(
  meeting: MemoryMeeting,
  { viewer, at, waitingSince, action }: ModerateRequest,
): Omit<ModerateResult, 'booking'> {
  const nothing = { changed: false, personId: null, left: false, completed: false }
  if (!isInCharge(meeting.booking, viewer)) {
    return { outcome: 'not_in_charge', ...nothing, isLocked: false, waiting: [], removed: [] }
  }
  const change = { outcome: 'done' as const, ...nothing, ...decide(meeting, viewer, action, at.getTime()) }
  return { ...change, ...inForce(meeting, waitingSince.getTime()) }
}

function decide(
  meeting: MemoryMeeting,
  viewer: Viewer,
  action: ModerationAction,
  at: number,
): Partial<ModerateResult> {
  if (action.type === 'read') return {}
  if (action.type === 'lock') {
    const changed = meeting.isLocked !== action.isLocked
    meeting.isLocked = action.isLocked
    return { changed }
  }
  const person = personOf(meeting, action.identity)
  if (person === null) return { outcome: 'unknown_person' }
  const personId = person.userId
  if (action.type === 'remove') {
    if (cannotBeRemoved(meeting, person, viewer)) return { outcome: 'person_in_charge', personId }
    const changed = person.removedAt === null
    if (changed) keep(meeting, { ...person, removedAt: at, admittedAt: null })
    const visit = openVisits(meeting).find(({ userId }) => userId === personId)
    if (visit) closeVisit(visit, at, 'removal')
    const left = visit !== undefined
    return { changed, personId, left, completed: left && closeIfEmpty(meeting) }
  }
  const waits = person.askedAt !== null && person.admittedAt === null
  const changed = person.removedAt !== null || (action.type === 'admit' && waits)
  if (changed) {
    const admittedAt = action.type === 'admit' && waits ? at : person.admittedAt
    keep(meeting, { ...person, removedAt: null, admittedAt })
  }
  return { changed, personId }
}

function keep(meeting: MemoryMeeting, person: Admission): void {
  meeting.admissions.set(person.userId, person)
}

/** Whoever was in, or asked to come in, under this identity. */
function personOf({ admissions, visits }: MemoryMeeting, identity: string): Admission | null {
  const known = Array.from(admissions.values()).find((person) => person.identity === identity)
  if (known !== undefined) return known
  const visit = visits.findLast((one) => one.identity === identity)
  if (visit === undefined) return null
  const { userId, name, role } = visit
  const undecided = { firstAskedAt: null, askedAt: null, admittedAt: null, removedAt: null }
  return { userId, identity, name, role, ...undecided }
}

function cannotBeRemoved({ booking }: MemoryMeeting, person: ModeratedPerson, viewer: Viewer): boolean {
  const nobodyElse = { userId: person.userId, verifiedEmail: null, name: null, adminOf: null }
  return (
    person.userId === viewer.userId ||
    person.role === 'host' ||
    person.role === 'admin' ||
    isInCharge(booking, nobodyElse)
  )
}

function inForce(
  { admissions, visits, isLocked }: MemoryMeeting,
  waitingSince: number,
): Pick<ModerateResult, 'isLocked' | 'waiting' | 'removed'> {
  const people = Array.from(admissions.values())
  const about = ({ userId, identity, name, role }: Admission) => ({ userId, identity, name, role })
  const removed = people
    .flatMap((person) => (person.removedAt === null ? [] : [{ person, order: person.removedAt }]))
    .sort(byOrder)
    .map(({ person }) => about(person))
  const waiting = people
    .filter(({ userId, admittedAt, removedAt }) => {
      return admittedAt === null && removedAt === null && visits.every((visit) => visit.userId !== userId)
    })
    .flatMap((person) =>
      person.firstAskedAt !== null && (person.askedAt ?? 0) > waitingSince
        ? [{ person, order: person.firstAskedAt }]
        : [],
    )
    .sort(byOrder)
    .map(({ person, order }) => ({ ...about(person), since: new Date(order) }))
  return { isLocked, waiting, removed }
}

interface Ordered {
  person: Admission
  order: number
}

function byOrder(a: Ordered, b: Ordered): number {
  return a.order - b.order || (a.person.userId < b.person.userId ? -1 : 1)
}
