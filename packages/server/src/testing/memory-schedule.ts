import type { HostSchedule } from '../availability/host-schedule.ts'
import type { CallOptions } from '../ports/call-options.ts'
import type { HoldRecord, HoldRequest, ScheduleStore } from '../ports/schedule-store.ts'
import { book } from './memory-schedule/memory-book.ts'
import {
  choose,
  dropHolds,
  type MemoryCalendar,
  type MemoryMeetingType,
  mayBook,
} from './memory-schedule/memory-calendar.ts'
import { cancel, reschedule } from './memory-schedule/memory-change.ts'
import { findOpenings, publicType } from './memory-schedule/memory-openings.ts'
import type { MemoryStore } from './memory-store.ts'

export interface MemoryScheduleOptions {
  /** Where the bookings are. */
  store: MemoryStore
  meetingTypes?: readonly MemoryMeetingType[]
  /** By host id. Whoever has none cannot be met. */
  schedules?: Readonly<Record<string, HostSchedule>>
}

/** A store of schedules in memory, with a way to change what it offers. */
export interface MemorySchedule extends ScheduleStore {
  /** Adds a meeting type, or replaces the one with its id. */
  putMeetingType(type: MemoryMeetingType): void
}

/** A full `ScheduleStore` in memory over the bookings of a `memoryStore`: the same rules as the database. */
export function memorySchedule({
  store,
  meetingTypes = [],
  schedules = {},
}: MemoryScheduleOptions): MemorySchedule {
  let ids = 0
  const calendar: MemoryCalendar = {
    store,
    types: new Map(meetingTypes.map((type) => [type.id, structuredClone(type)])),
    schedules: new Map(Object.entries(structuredClone(schedules))),
    holds: new Map(),
    keys: new Map(),
    lastBooked: new Map(),
    // Tests can tell them beforehand.
    newId: () => `0f000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
  }

  return {
    putMeetingType(type) {
      calendar.types.set(type.id, structuredClone(type))
    },

    async listMeetingTypes({ viewer }, call) {
      checkSignal(call)
      return Array.from(calendar.types.values())
        .filter((type) => type.active !== false && mayBook(type, viewer))
        .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
        .map(publicType)
    },

    async findOpenings(request, call) {
      checkSignal(call)
      return findOpenings(calendar, request)
    },

    async hold(request, call) {
      checkSignal(call)
      const type = calendar.types.get(request.meetingTypeId)
      if (type === undefined || type.active === false || !mayBook(type, request.viewer)) return null
      return hold(calendar, type, request)
    },

    async releaseHold({ holdId, viewer }, call) {
      checkSignal(call)
      if (calendar.holds.get(holdId)?.userId === viewer.userId) calendar.holds.delete(holdId)
    },

    async book(request, call) {
      checkSignal(call)
      return book(calendar, request)
    },

    async cancel(request, call) {
      checkSignal(call)
      return cancel(calendar, request)
    },

    async reschedule(request, call) {
      checkSignal(call)
      return reschedule(calendar, request)
    },

    async findSchedule({ hostId }, call) {
      checkSignal(call)
      return structuredClone(calendar.schedules.get(hostId) ?? null)
    },

    async saveSchedule({ hostId, schedule }, call) {
      checkSignal(call)
      calendar.schedules.set(hostId, structuredClone(schedule))
    },
  }
}

function hold(
  calendar: MemoryCalendar,
  type: MemoryMeetingType,
  request: HoldRequest,
): { outcome: 'held'; hold: HoldRecord } | { outcome: 'taken' } {
  const { start, end, busy, at, expiresAt } = request
  const { userId } = request.viewer
  const own = Array.from(calendar.holds.values()).find(
    (one) => one.userId === userId && one.meetingTypeId === type.id,
  )
  const isSameSlot = own?.start.getTime() === start.getTime()
  // The same slot stays with the same host.
  const candidates = [
    ...request.candidates.filter((hostId) => isSameSlot && own?.hostIds.includes(hostId)),
    ...request.candidates,
  ]
  const hostIds = choose(calendar, type, candidates, { busy, userId, at, except: null })
  if (hostIds.length === 0) return { outcome: 'taken' }
  dropHolds(calendar, { userId, typeId: type.id, hostIds, busy })
  const record: HoldRecord = {
    id: own?.id ?? calendar.newId(),
    meetingTypeId: type.id,
    start,
    end,
    expiresAt,
  }
  calendar.holds.set(record.id, { ...record, userId, hostIds, busy })
  return { outcome: 'held', hold: record }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function checkSignal(call: CallOptions | undefined): void {
  call?.signal?.throwIfAborted()
}
