import { type JoinPolicy, type LaunchTicket, MINUTE_MS, roomNameOf } from '@meetings/contract'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { hideToken } from '../operations/redact.ts'
import type { EnterResult, Viewer } from '../ports/booking-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { identityOf } from './identity.ts'
import { barredRefusal, joinRefusal } from './join-refusal.ts'
import { nameIn, participantsOf } from './participants.ts'
import { tokenLifetime } from './token-lifetime.ts'
import { viewerOf } from './viewer.ts'

/** A ticket, and what this launch changed. */
export interface Launch {
  ticket: LaunchTicket
  /** True when it moved the booking to `in_progress`. */
  started: boolean
  /** True when the person was not in before. */
  joined: boolean
}

/**
 * Lets a person into the meeting and gives them a token for its room. The store compares and records in one
 * step, so two people who click at the same instant both get in and the booking moves on once.
 * Throws `BOOKING_NOT_FOUND`, `JOIN_TOO_EARLY`, `BOOKING_ENDED`, `BOOKING_CANCELLED`, `REMOVED_FROM_MEETING`,
 * `MEETING_LOCKED`, `WAITING_FOR_ADMISSION`, `VIDEO_UNAVAILABLE` or `STORE_UNAVAILABLE`, and what the host's
 * `beforeLaunch` throws.
 */
export async function launchVideo<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  bookingId: string,
  user: User,
): Promise<Launch> {
  const { policy, store } = deps
  const viewer = await viewerOf(deps, bookingId, user)
  if (deps.hooks.beforeLaunch !== undefined) {
    const { askBeforeLaunch } = await import('./ask-before-launch.ts')
    await askBeforeLaunch(deps, bookingId, { viewer, user })
  }
  const identity = await identityOf(user.id)
  const now = deps.now()
  const result = await store.enter({
    bookingId,
    viewer,
    identity,
    at: now,
    startsBy: new Date(now.getTime() + policy.opensMinutesBefore * MINUTE_MS),
    endsAfter: new Date(now.getTime() - policy.closesMinutesAfter * MINUTE_MS),
    waitingRoom: deps.waitingRoom,
  })
  if (result === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  const { booking } = result
  if (result.barred) throw barredRefusal(result.barred)
  if (!result.entered) throw refusal(result, viewer, policy, now)

  try {
    // By the clock of now: the store may have taken seconds, and a token must not outlive its limit by them.
    const ttlSeconds = tokenLifetime(booking.endTime, deps.now(), deps.tokenTtlSeconds)
    if (ttlSeconds < 1) throw new MeetingsError('BOOKING_ENDED')
    const roomName = roomNameOf(booking.id)
    const [{ token, expiresAt }, participants] = await Promise.all([
      deps.video.issueToken({ identity, roomName, ttlSeconds }),
      participantsOf(result),
      isFirstIn(result, user.id) ? deps.prepareRoom?.(booking, now) : undefined,
    ])
    const ticket = hideToken({
      token,
      roomName,
      participantName: nameIn(
        booking,
        result.visitors.find((visitor) => visitor.userId === user.id) ?? {
          userId: user.id,
          name: viewer.name,
          role: booking.viewerRole,
        },
      ),
      bookingId: booking.id,
      expiresAt: expiresAt.toISOString(),
      endsAt: booking.endTime,
      serverTime: now.toISOString(),
      role: booking.viewerRole,
      participants,
    })
    return { ticket, started: result.started, joined: result.newVisit }
  } catch (error) {
    // Nothing half done. A visit of another tab stays. If this fails too, the first failure matters more.
    await store.leave({ bookingId, viewer, at: now, neverArrived: true }).catch(() => null)
    throw error
  }
}

function refusal(result: EnterResult, viewer: Viewer, policy: JoinPolicy, now: Date): MeetingsError {
  const { booking, visitors } = result
  const everybodyLeft = visitors.length > 0 && booking.metadata.endedForAll !== true
  // Completed by a decision, it stays so: "too early" would promise that it opens.
  if (booking.status === 'completed' && !everybodyLeft) return new MeetingsError('BOOKING_ENDED')
  // In time but not let in: its time now belongs to another booking.
  return joinRefusal(booking, viewer, policy, now) ?? new MeetingsError('BOOKING_ENDED')
}

/** Whether nobody else is in: the room is gone then, or was never there. */
function isFirstIn({ started, newVisit, visitors }: EnterResult, userId: string): boolean {
  return started || (newVisit && visitors.every((other) => other.userId === userId || other.leftAt !== null))
}
