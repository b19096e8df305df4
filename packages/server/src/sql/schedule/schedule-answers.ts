import { HOST_MODES, PARTICIPANT_ROLES, QUESTION_TYPES } from '@meetings/contract'
import * as z from 'zod'
import type { HostSchedule } from '../../availability/host-schedule.ts'
import { toInstant } from '../to-instant.ts'

const instant = z.unknown().transform((value, context) => {
  const iso = toInstant(value)
  if (iso === null) context.addIssue('is no timestamp')
  return new Date(iso ?? 0)
})
const span = z.object({ start: instant, end: instant })
const interval = z.object({ from: z.string(), to: z.string() })
const schedule: z.ZodType<HostSchedule> = z.object({
  timeZone: z.string(),
  weekly: z.array(interval.extend({ weekday: z.number() })),
  overrides: z.array(z.object({ date: z.string(), intervals: z.array(interval) })),
  timeOff: z.array(interval),
})
// `options` may be missing, but is never undefined.
const question = z.looseObject({
  id: z.string(),
  label: z.string(),
  type: z.enum(QUESTION_TYPES),
  required: z.boolean(),
  options: z.exactOptional(z.array(z.string())),
})
const meetingType = z.object({
  id: z.string(),
  organizationId: z.string().nullable(),
  name: z.string(),
  description: z.string().nullable(),
  hostMode: z.enum(HOST_MODES),
  hosts: z.array(z.object({ id: z.string(), name: z.string() })),
  questions: z.array(question),
  rules: z.object({
    durationMinutes: z.number(),
    stepMinutes: z.number(),
    bufferBeforeMinutes: z.number(),
    bufferAfterMinutes: z.number(),
    minimumNoticeMinutes: z.number(),
    furthestDays: z.number(),
    dailyMaximum: z.number().nullable(),
  }),
  cancellationCutoffMinutes: z.number(),
})
const host = z.object({
  hostId: z.string(),
  hostName: z.string(),
  schedule: schedule.nullable(),
  busy: z.array(span),
  bookedStarts: z.array(instant),
})
const hold = span.extend({ id: z.string(), meetingTypeId: z.string(), expiresAt: instant })
const viewed = { booking: z.record(z.string(), z.unknown()), role: z.enum(PARTICIPANT_ROLES) }
const refusals = ['too_late', 'not_confirmed', 'forbidden'] as const
const taken = z.object({ outcome: z.literal('taken') })

/** What the migration's functions answer, by verb. */
export const SCHEDULE_ANSWERS = {
  listTypes: z.array(meetingType),
  findOpenings: z.object({ type: meetingType, hosts: z.array(host) }).nullable(),
  hold: z.union([z.object({ outcome: z.literal('held'), hold }), taken]).nullable(),
  releaseHold: z.literal(true),
  book: z
    .union([
      z.object({ outcome: z.enum(['booked', 'replayed']), ...viewed }),
      z.object({ outcome: z.enum(['taken', 'key_reused']) }),
    ])
    .nullable(),
  cancel: z.object({ outcome: z.enum(['cancelled', 'already', ...refusals]), ...viewed }).nullable(),
  reschedule: z
    .object({ outcome: z.enum(['rescheduled', 'unchanged', 'taken', ...refusals]), ...viewed })
    .nullable(),
  findSchedule: schedule.nullable(),
  saveSchedule: z.literal(true),
}
