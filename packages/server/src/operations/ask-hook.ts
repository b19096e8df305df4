import { MeetingsError, toMeetingsError } from '../errors/meetings-error.ts'
import { DeadlineError, withDeadline } from './deadline.ts'

/** Asks one of the host's hooks, for at most so many milliseconds. Throws nothing but a `MeetingsError`. */
export async function askHook(what: string, ms: number, ask: () => void | Promise<void>): Promise<void> {
  try {
    await withDeadline({ what: `hooks.${what}`, ms }, ask)
  } catch (error) {
    throw refusalOf(error)
  }
}

function refusalOf(thrown: unknown): MeetingsError {
  // Nobody could tell whether it is allowed: asking again may help.
  const error = toMeetingsError(thrown, thrown instanceof DeadlineError ? 'STORE_UNAVAILABLE' : 'INTERNAL')
  if (error.code !== 'HOST_REFUSED' || hasReason(error.details)) return error
  return new MeetingsError('HOST_REFUSED', {
    message: error.message,
    details: { reason: 'unspecified' },
    cause: error.cause,
  })
}

function hasReason(details: unknown): boolean {
  return (
    typeof details === 'object' &&
    details !== null &&
    'reason' in details &&
    typeof details.reason === 'string'
  )
}
