import type * as z from 'zod'
import type { CallOptions } from '../ports/call-options.ts'

/** Calls one of the migration's functions with these arguments; answers its JSON, parsed. */
export type CallFunction = (
  name: string,
  args: readonly FunctionArgument[],
  options: CallOptions | undefined,
) => Promise<unknown>

/** One argument of a function, as Postgres reads it. */
export interface FunctionArgument {
  name: string
  type: 'uuid' | 'text' | 'jsonb' | 'timestamptz' | 'boolean' | 'integer'
  value: unknown
}

/** Checks an answer. Throws an error that names the function and the first thing that does not fit. */
export function parseAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: unknown,
  where: string,
): z.output<Schema> {
  const result = schema.safeParse(answer)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Error(
    `${where} answered something else than expected: ${issue?.path.join('.') ?? ''} ${issue?.message}. ` +
      'Is the migration the one of this version of @meetings/server?',
  )
}
