import type { Booking, MeetingType } from '@meetings/contract'
import type { MeetingsUser } from './meetings-user.ts'

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
