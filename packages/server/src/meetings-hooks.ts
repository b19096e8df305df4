import type { Booking, MeetingType } from '@meetings/contract'
import { MeetingsError, toMeetingsError } from './errors/meetings-error.ts'
import type { MeetingsUser } from './meetings-user.ts'
import { DeadlineError, withDeadline } from './operations/deadline.ts'

/**
 * Your say in what is allowed. A hook that returns lets it happen; one that throws refuses it, and nothing has been
 * written then. Refuse with `new MeetingsError('HOST_REFUSED', { message, details: { reason } })`: the person reads
 * the message, your own client code reads the reason. Anything else that is thrown is answered as `INTERNAL`. Hooks
 * are asked only about what would be allowed without them: never for strangers, and never when it is too early.
 */
export interface MeetingsHooks<User extends MeetingsUser = MeetingsUser> {
  /**
   * Before a person comes in: at each launch, at each request of somebody who waits to be admitted, and when somebody
   * who is not in asks for a token. `booking` is as this person sees it.
   */
  beforeLaunch?(about: { booking: Booking; user: User }): void | Promise<void>
  /**
   * Before an open slot is booked. `startTime` is ISO 8601 UTC. Moving a booking does not ask. A request that is
   * repeated with its idempotency key asks again only where the first one booked nothing.
   */
  beforeBook?(about: { meetingType: MeetingType; user: User; startTime: string }): void | Promise<void>
}

/** The same hooks, with a deadline in milliseconds, throwing nothing but a `MeetingsError`. */
export function guardHooks<User extends MeetingsUser>(
  { beforeLaunch, beforeBook }: MeetingsHooks<User>,
  ms: number,
): MeetingsHooks<User> {
  const ask = async (what: string, run: () => void | Promise<void>) => {
    try {
      await withDeadline({ what: `hooks.${what}`, ms }, run)
    } catch (error) {
      throw refusalOf(error)
    }
  }
  return {
    ...(beforeLaunch && { beforeLaunch: (about) => ask('beforeLaunch', () => beforeLaunch(about)) }),
    ...(beforeBook && { beforeBook: (about) => ask('beforeBook', () => beforeBook(about)) }),
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
