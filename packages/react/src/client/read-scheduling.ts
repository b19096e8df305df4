import {
  type Availability,
  type BookingReceipt,
  type FieldProblem,
  HOST_MODES,
  type HoldReceipt,
  type HostSchedule,
  type MeetingQuestion,
  type MeetingType,
  type MeetingTypeList,
  QUESTION_TYPES,
  type ScheduleReceipt,
  type Slot,
} from '@meetings/contract'
import type { MeetingsProblem } from './meetings-problem.ts'
import { readBooking } from './read-answers.ts'
import {
  flag,
  instant,
  list,
  nullable,
  number,
  oneOf,
  optional,
  type Reader,
  record,
  text,
  textOrNull,
} from './readers.ts'

const question = record<MeetingQuestion>({
  id: text,
  label: text,
  type: oneOf(QUESTION_TYPES),
  required: flag,
  options: optional(list(text)) as Reader<string[]>,
})

const meetingType = record<MeetingType>({
  id: text,
  name: text,
  description: textOrNull,
  durationMinutes: number,
  hostMode: oneOf(HOST_MODES),
  hosts: list(record({ id: text, name: text })),
  questions: list(question),
  minimumNoticeMinutes: number,
  furthestDays: number,
  cancellationCutoffMinutes: number,
})

const slot = record<Slot>({ start: instant, end: instant })

export const readMeetingTypes = record<MeetingTypeList>({
  meetingTypes: list(meetingType),
  serverTime: instant,
})

export const readAvailability = record<Availability>({
  days: list(record({ date: text, slots: list(slot) })),
  timeZone: text,
  serverTime: instant,
})

const hold = record<HoldReceipt['hold']>({
  id: text,
  meetingTypeId: text,
  startTime: instant,
  endTime: instant,
  expiresAt: instant,
})

export const readHold = record<HoldReceipt>({ hold, serverTime: instant })

export const readBookingReceipt = record<BookingReceipt>({ booking: readBooking })

const schedule = record<HostSchedule>({
  timeZone: text,
  weekly: list(record({ weekday: number, from: text, to: text })),
  overrides: list(record({ date: text, intervals: list(record({ from: text, to: text })) })),
  timeOff: list(record({ from: text, to: text })),
})

export const readScheduleReceipt = record<ScheduleReceipt>({ schedule: nullable(schedule) })

/** The free slots nearest to one that was taken, earliest first; none when the problem tells none. */
export function nearestSlots(problem: MeetingsProblem): readonly Slot[] {
  return detail(problem, 'nearest', list(slot))
}

/** Which fields of a request are wrong, by their path in it; none when the problem tells none. */
export function fieldProblems(problem: MeetingsProblem): readonly FieldProblem[] {
  return detail(problem, 'fields', list(record<FieldProblem>({ path: text, message: text })))
}

function detail<T>(problem: MeetingsProblem, key: string, read: Reader<T[]>): T[] {
  try {
    return read(problem.details?.[key])
  } catch {
    return []
  }
}
