import type * as z from 'zod'
import { MeetingsError } from '../errors/meetings-error.ts'

/** Input that matches the schema. Throws `VALIDATION_FAILED`, naming each field and never repeating a value. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const fields = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.code === 'unrecognized_keys' ? 'There is a key that does not belong here.' : issue.message,
  }))
  throw new MeetingsError('VALIDATION_FAILED', { details: { fields } })
}
