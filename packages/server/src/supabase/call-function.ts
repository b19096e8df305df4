import type * as z from 'zod'

/** The one thing the store needs of a supabase-js client. */
export interface SupabaseFunctions {
  rpc(
    name: string,
    args: Record<string, unknown>,
  ): PromiseLike<{ data: unknown; error: { message: string; code?: string } | null }>
}

/** Codes of mistakes in the setup, and what to do about each. */
const SETUP_HINTS: Record<string, string> = {
  '42501':
    'The client may not call the meetings functions. Create it with the secret (service role) key and without a user session.',
  PGRST202: 'The meetings functions are missing. Run migrations/0001_meetings.sql of @meetings/server.',
  '42883': 'The meetings functions are missing. Run migrations/0001_meetings.sql of @meetings/server.',
  '42P01': 'A table is missing. Run migrations/0001_meetings.sql of @meetings/server.',
}

/** Calls a Postgres function through PostgREST and checks its answer. Throws when either goes wrong. */
export async function callFunction<Schema extends z.ZodType>(
  client: SupabaseFunctions,
  name: string,
  answer: Schema,
  args: Record<string, unknown>,
): Promise<z.output<Schema>> {
  const { data, error } = await client.rpc(name, args)
  if (error !== null) {
    const hint = SETUP_HINTS[error.code ?? ''] ?? ''
    throw new Error(`supabaseStore: ${name} failed: ${error.message}. ${hint}`.trimEnd(), { cause: error })
  }
  return answer.parse(data)
}
