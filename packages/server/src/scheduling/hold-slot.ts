import { type HoldReceipt, MINUTE_MS } from '@meetings/contract'
import type { MeetingsUser } from '../meetings-user.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { findNearest } from './find-nearest.ts'
import { slotTaken, unknownMeetingType } from './refusals.ts'
import { bookerOf, requireSchedule } from './scheduling-deps.ts'
import { candidatesAt, slotTimes } from './slot-search.ts'

/** How long a slot is kept for somebody who fills the form. */
const HOLD_MINUTES = 10

/**
 * Keeps a slot for the user: their hold of this meeting type is extended, or moved. Throws `SLOT_TAKEN` with the
 * nearest free slots, and `VALIDATION_FAILED` for a meeting type that is not there.
 */
export async function holdSlot<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  { meetingTypeId, startTime }: { meetingTypeId: string; startTime: string },
  user: User,
): Promise<HoldReceipt> {
  const schedule = requireSchedule(deps)
  const viewer = bookerOf(deps, user)
  const at = deps.now()
  const start = Date.parse(startTime)
  const request = { meetingTypeId, viewer, at, exceptBookingId: null }
  const openings = await schedule.findOpenings({
    ...request,
    from: new Date(start),
    to: new Date(start + 1),
  })
  if (openings === null) throw unknownMeetingType()
  const candidates = candidatesAt(openings, start, at).map(({ hostId }) => hostId)
  const expiresAt = new Date(at.getTime() + HOLD_MINUTES * MINUTE_MS)
  const result =
    candidates.length === 0
      ? ({ outcome: 'taken' } as const)
      : await schedule.hold({
          meetingTypeId,
          viewer,
          ...slotTimes(openings, start),
          at,
          candidates,
          expiresAt,
        })
  if (result === null) throw unknownMeetingType()
  if (result.outcome === 'taken') throw slotTaken(await findNearest(schedule, request, start))
  const { hold } = result
  return {
    hold: {
      id: hold.id,
      meetingTypeId: hold.meetingTypeId,
      startTime: hold.start.toISOString(),
      endTime: hold.end.toISOString(),
      expiresAt: hold.expiresAt.toISOString(),
    },
    serverTime: at.toISOString(),
  }
}

/** Gives a slot back. Also fine when there is no such hold, or it is somebody else's. */
export async function releaseHold<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  holdId: string,
  user: User,
): Promise<void> {
  await requireSchedule(deps).releaseHold({ holdId, viewer: bookerOf(deps, user) })
}
