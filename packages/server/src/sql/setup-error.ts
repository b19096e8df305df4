import { MeetingsError } from '../errors/meetings-error.ts'

const MIGRATE =
  'The database lacks what @meetings/server needs, or has it of another version. ' +
  'Run the migration: the file in its migrations folder, or what meetingsMigration() writes for your own table.'

/** Postgres' and PostgREST's codes for a database that was not prepared. */
const NOT_MIGRATED = new Set(['42883', '42P01', '42703', 'PGRST202', 'PGRST205'])

/**
 * What a failed call means: `CONFIG_INVALID` with what to do as its cause when the setup is wrong, else an error
 * that names the function. `forbidden` says what to do when the database refuses the caller.
 */
export function callError(
  where: string,
  error: { message: string; code?: unknown },
  forbidden: string,
): Error {
  const { code, message } = error
  const hint =
    typeof code === 'string' && NOT_MIGRATED.has(code) ? MIGRATE : code === '42501' ? forbidden : null
  const cause = new Error(`${where} failed: ${message}${hint === null ? '' : `. ${hint}`}`, { cause: error })
  return hint === null ? cause : new MeetingsError('CONFIG_INVALID', { cause })
}
