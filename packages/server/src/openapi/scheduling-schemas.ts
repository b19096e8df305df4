import {
  type Availability,
  type BookingReceipt,
  HOST_MODES,
  type HoldReceipt,
  type MeetingType,
  type MeetingTypeList,
  QUESTION_TYPES,
  type ScheduleReceipt,
  type Slot,
} from '@meetings/contract'
import * as z from 'zod'
import { bookingSchema, instant, serverTime } from './answer-schemas.ts'

export const slotSchema = z
  .object({ start: instant('Its start.'), end: instant('Its end.') })
  .describe('A time that can be booked.') satisfies z.ZodType<Slot>

const question = z.object({
  id: z.string().describe('The key of the answer.'),
  label: z.string(),
  type: z.enum(QUESTION_TYPES),
  required: z.boolean(),
  options: z.array(z.string()).exactOptional().describe('What `choice` offers.'),
})

export const meetingTypeSchema = z
  .object({
    id: z.guid(),
    name: z.string(),
    description: z.string().nullable(),
    durationMinutes: z.number(),
    hostMode: z.enum(HOST_MODES).describe('Whether any free host takes it, or all of them together.'),
    hosts: z.array(z.object({ id: z.string(), name: z.string() })),
    questions: z.array(question),
    minimumNoticeMinutes: z.number().describe('The earliest start, from now.'),
    furthestDays: z.number().describe('The latest date, from today.'),
    cancellationCutoffMinutes: z.number().describe('How long before the start its customer can change it.'),
  })
  .describe('A kind of meeting that can be booked.') satisfies z.ZodType<MeetingType>

export const meetingTypeListSchema = z
  .object({ meetingTypes: z.array(meetingTypeSchema), serverTime })
  .describe('What the caller may book.') satisfies z.ZodType<MeetingTypeList>

export const availabilitySchema = z
  .object({
    days: z.array(z.object({ date: z.iso.date(), slots: z.array(slotSchema) })),
    timeZone: z.string().describe('The zone of the dates.'),
    serverTime,
  })
  .describe('Every date that was asked for, free or not.') satisfies z.ZodType<Availability>

export const holdReceiptSchema = z
  .object({
    hold: z.object({
      id: z.guid(),
      meetingTypeId: z.guid(),
      startTime: instant('The start of the slot.'),
      endTime: instant('Its end.'),
      expiresAt: instant('When it is free again for others.'),
    }),
    serverTime,
  })
  .describe('A slot kept for the caller.') satisfies z.ZodType<HoldReceipt>

export const bookingReceiptSchema = z
  .object({ booking: bookingSchema })
  .describe('The booking as it is now.') satisfies z.ZodType<BookingReceipt>

const interval = { from: z.string().describe('HH:MM'), to: z.string().describe('HH:MM, up to 24:00') }

export const scheduleReceiptSchema = z
  .object({
    schedule: z
      .object({
        timeZone: z.string(),
        weekly: z.array(z.object({ weekday: z.int().describe('Monday is 1.'), ...interval })),
        overrides: z.array(z.object({ date: z.iso.date(), intervals: z.array(z.object(interval)) })),
        timeOff: z.array(z.object({ from: z.iso.date(), to: z.iso.date() })),
      })
      .nullable(),
  })
  .describe("The caller's own hours; null before they were saved.") satisfies z.ZodType<ScheduleReceipt>
