import { ERROR_CATALOGUE, ERROR_CODES, type ErrorCode, type ErrorDetails } from '@meetings/contract'
import * as z from 'zod'
import { slotSchema } from './scheduling-schemas.ts'

export const fieldProblemSchema = z.object({
  path: z.string().describe('`booking_id`, `guests.0.email`; empty for the request as a whole.'),
  message: z.string(),
})

/** What `details` holds, for the codes that have any. */
export const DETAILS = {
  JOIN_TOO_EARLY: z.object({ opensAt: z.iso.datetime(), serverTime: z.iso.datetime() }),
  WAITING_FOR_ADMISSION: z.object({ retryAfterSeconds: z.int().min(1) }),
  HOST_REFUSED: z.object({
    reason: z
      .string()
      .describe("For code, in the host application's words; `unspecified` when it gave none."),
  }),
  SLOT_TAKEN: z.object({
    nearest: z
      .array(slotSchema)
      .max(6)
      .describe('Free slots: up to three before and three after, earliest first.'),
  }),
  VALIDATION_FAILED: z.object({ fields: z.array(fieldProblemSchema) }),
  RATE_LIMITED: z.object({ retryAfterSeconds: z.int().min(1) }),
} satisfies { [Code in keyof ErrorDetails]: z.ZodType<ErrorDetails[Code]> }

/** The name of a code's schema in the document: `JOIN_TOO_EARLY` is `JoinTooEarlyError`. */
export function errorSchemaName(code: ErrorCode): string {
  const words = code.split('_').map((word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
  return `${words.join('')}Error`
}

/** The body of every failed request, by code. */
export const ERROR_SCHEMAS: readonly (readonly [code: ErrorCode, schema: z.ZodType])[] = ERROR_CODES.map(
  (code) => [code, errorSchema(code)],
)

function errorSchema(code: ErrorCode): z.ZodType {
  const { message, retryable } = ERROR_CATALOGUE[code]
  const body = z.object({
    error: z.string().describe('A sentence for a person.'),
    code: z.literal(code),
    requestId: z.string().describe('Quote it to whoever runs the server: their log has the cause under it.'),
    retryable: z.literal(retryable).describe('Whether the very same request may succeed later.'),
    docs: z.string().optional().describe('The page that says what happened, why, and what to do.'),
    cause: z.string().optional().describe('What really happened; only where `errors.detailed` is set.'),
  })
  const details = Object.hasOwn(DETAILS, code) ? DETAILS[code as keyof ErrorDetails] : null
  return (details === null ? body : body.extend({ details })).describe(message)
}
