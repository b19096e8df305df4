import { roomNameOf, type TokenRenewal } from '@meetings/contract'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { hideToken } from '../operations/redact.ts'
import type { Visitor } from '../ports/booking-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { forgottenBy } from './after-the-end.ts'
import { identityOf } from './identity.ts'
import { barredRefusal, joinRefusal } from './join-refusal.ts'
import { participantsOf } from './participants.ts'
import { tokenLifetime } from './token-lifetime.ts'
import { viewerOf } from './viewer.ts'

/**
 * A fresh token for a call that goes on. Who is in may renew until the end plus one hour, also when the room told
 * that their connection was lost: so a call that runs over survives a network drop. Who never came, or has left, is
 * held to the join window, or a renewal would be a way around it. A meeting that is over or cancelled is refused: its
 * room would come back to life. Throws what `launchVideo` throws.
 */
export async function refreshToken<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  bookingId: string,
  user: User,
): Promise<TokenRenewal> {
  const viewer = await viewerOf(deps, bookingId, user)
  const now = deps.now()
  const found = await deps.store.find({
    bookingId,
    viewer,
    forgottenBy: forgottenBy(now),
    waitingRoom: deps.waitingRoom,
  })
  if (found === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  const { booking, visitors } = found

  if (booking.status === 'cancelled') throw new MeetingsError('BOOKING_CANCELLED')
  // By the clock of now: the store may have taken seconds, and a token must not outlive its limit by them.
  const ttlSeconds = tokenLifetime(booking.endTime, deps.now(), deps.tokenTtlSeconds)
  if (booking.status === 'completed' || ttlSeconds < 1) throw new MeetingsError('BOOKING_ENDED')
  if (found.barred) throw barredRefusal(found.barred)
  if (!visitors.some((visitor) => visitor.userId === user.id && isStaying(visitor))) {
    const refusal = joinRefusal(booking, viewer, deps.policy, now)
    if (refusal !== null) throw refusal
    if (deps.hooks.beforeLaunch !== undefined) {
      const { askAbout } = await import('./ask-before-launch.ts')
      await askAbout(deps, found, { viewer, user })
    }
  }

  const { token, expiresAt } = await deps.video.issueToken({
    identity: await identityOf(user.id),
    roomName: roomNameOf(booking.id),
    ttlSeconds,
  })
  return hideToken({
    token,
    expiresAt: expiresAt.toISOString(),
    serverTime: now.toISOString(),
    participants: await participantsOf(found),
  })
}

/** In, or on the way back after the connection was lost. */
function isStaying({ leftAt, leftBy }: Visitor): boolean {
  return leftAt === null || leftBy === 'room'
}
