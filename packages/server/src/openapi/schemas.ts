import {
  availabilityQuerySchema,
  bookingDraftSchema,
  cancellationSchema,
  holdRequestSchema,
  rescheduleSchema,
  scheduleDraftSchema,
} from '@meetings/contract/scheduling-schemas'
import {
  bookingRequestSchema,
  listBookingsQuerySchema,
  lockRequestSchema,
  participantRequestSchema,
} from '@meetings/contract/schemas'
import * as z from 'zod'
import {
  bookingPageSchema,
  bookingSchema,
  healthSchema,
  joinWindowSchema,
  launchTicketSchema,
  leaveReceiptSchema,
  meetingPersonSchema,
  moderationSchema,
  tokenRenewalSchema,
  waitingPersonSchema,
} from './answer-schemas.ts'
import { ERROR_SCHEMAS, errorSchemaName, fieldProblemSchema } from './error-schemas.ts'
import {
  availabilitySchema,
  bookingReceiptSchema,
  holdReceiptSchema,
  meetingTypeListSchema,
  meetingTypeSchema,
  scheduleReceiptSchema,
  slotSchema,
} from './scheduling-schemas.ts'

/** A JSON Schema (2020-12), as it stands in the document. */
export type JsonSchema = Record<string, unknown>

const SCHEMAS: readonly (readonly [name: string, schema: z.ZodType])[] = [
  ['BookingRequest', bookingRequestSchema],
  ['ListBookingsQuery', listBookingsQuerySchema],
  ['LaunchTicket', launchTicketSchema],
  ['TokenRenewal', tokenRenewalSchema],
  ['LeaveReceipt', leaveReceiptSchema],
  ['MeetingPerson', meetingPersonSchema],
  ['ParticipantRequest', participantRequestSchema],
  ['LockRequest', lockRequestSchema],
  ['Moderation', moderationSchema],
  ['WaitingPerson', waitingPersonSchema],
  ['Booking', bookingSchema],
  ['JoinWindow', joinWindowSchema],
  ['BookingPage', bookingPageSchema],
  ['AvailabilityQuery', availabilityQuerySchema],
  ['HoldRequest', holdRequestSchema],
  ['BookingDraft', bookingDraftSchema],
  ['Cancellation', cancellationSchema],
  ['Reschedule', rescheduleSchema],
  ['ScheduleDraft', scheduleDraftSchema],
  ['Slot', slotSchema],
  ['MeetingType', meetingTypeSchema],
  ['MeetingTypeList', meetingTypeListSchema],
  ['Availability', availabilitySchema],
  ['HoldReceipt', holdReceiptSchema],
  ['BookingReceipt', bookingReceiptSchema],
  ['ScheduleReceipt', scheduleReceiptSchema],
  ['Health', healthSchema],
  ['OpenApiDocument', z.looseObject({ openapi: z.string() }).describe('OpenAPI 3.1.')],
  ['FieldProblem', fieldProblemSchema],
  ...ERROR_SCHEMAS.map(([code, schema]) => [errorSchemaName(code), schema] as const),
]

export function schemaRef(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` }
}

/** Every schema by name. Those that hold another one refer to it. */
export function jsonSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of SCHEMAS) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    // As it is sent: requests stay strict, answers may grow.
    io: 'input',
    uri: (id) => schemaRef(id).$ref,
    override: ({ jsonSchema }) => {
      // The format says it; the pattern behind it is a wall of digits.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  )
}
