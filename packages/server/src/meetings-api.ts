import type { BookingPage, LaunchTicket, LeaveReceipt, TokenRenewal } from '@meetings/contract'
import { type ListBookingsInput, listBookings } from './bookings/list-bookings.ts'
import { toMeetingsError } from './errors/meetings-error.ts'
import { withCode } from './http/api-call.ts'
import { inputs } from './http/inputs.ts'
import type { Attendance } from './launch/attendance.ts'
import { launchVideo } from './launch/launch-video.ts'
import { leaveVideo } from './launch/leave-video.ts'
import { refreshToken } from './launch/refresh-token.ts'
import type { MeetingsEvent } from './meetings-events.ts'
import type { MeetingsUser } from './meetings-user.ts'
import { lazyModerationApi } from './moderation/lazy-moderation-api.ts'
import type { ModerationApi } from './moderation/moderation-api.ts'
import { createHealthCheck } from './operations/health.ts'
import { lazySchedulingApi } from './scheduling/lazy-scheduling-api.ts'
import type { SchedulingApi } from './scheduling/scheduling-api.ts'
import type { UseCaseDeps } from './use-case-deps.ts'

/** Who a call is made for. The caller vouches for the user. */
export interface CallAs<User extends MeetingsUser = MeetingsUser> {
  user: User
  /** Told to `onEvent`, to find what belongs together. */
  requestId?: string
}

/**
 * What the routes do, as functions for your own server code (a server action, a job). Every function throws a
 * `MeetingsError`.
 */
export interface MeetingsApi<User extends MeetingsUser = MeetingsUser>
  extends SchedulingApi<User>,
    ModerationApi<User> {
  /** Lets the user in and returns what a browser needs to open the call. */
  launchVideo(input: { bookingId: string }, as: CallAs<User>): Promise<LaunchTicket>
  /** A fresh token for a call that goes on. */
  refreshToken(input: { bookingId: string }, as: CallAs<User>): Promise<TokenRenewal>
  /** Ends the user's visit; the last one out ends the meeting. */
  leaveVideo(input: { bookingId: string }, as: CallAs<User>): Promise<LeaveReceipt>
  /** Ends the meeting for everybody. For its host and for admins. */
  endVideo(input: { bookingId: string }, as: CallAs<User>): Promise<LeaveReceipt>
  /** A page of the user's bookings. */
  listBookings(input: ListBookingsInput, as: CallAs<User>): Promise<BookingPage>
  /** Who came to the meeting, and when. For its host and for admins; there is no route for it. */
  attendance(input: { bookingId: string }, as: CallAs<User>): Promise<Attendance>
  /** Whether the store answers. Asks it at most once a second. */
  checkHealth(): Promise<{ status: 'ok' }>
}

/** The use cases behind one door: input is checked, failures carry a code, events are told. */
export function createMeetingsApi<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  emit: (event: MeetingsEvent) => Promise<void>,
): MeetingsApi<User> {
  const checkHealth = createHealthCheck(deps.store, deps.now)

  return {
    ...lazySchedulingApi(deps, emit),
    ...lazyModerationApi(deps, emit),
    launchVideo: (input, as) =>
      withCode(async () => {
        const bookingId = await bookingIdIn(input)
        const about = { ...aboutCall(bookingId, as), userId: as.user.id }
        const launch = await launchVideo(deps, bookingId, as.user).catch(async (thrown: unknown) => {
          const error = toMeetingsError(thrown)
          await emit({ ...about, type: 'launch.refused', code: error.code })
          throw error
        })
        const { ticket, started, joined } = launch
        await Promise.all([
          emit({ ...about, type: 'meeting.launched', role: ticket.role, started }),
          joined ? emit({ ...about, type: 'meeting.joined', source: 'launch' }) : null,
        ])
        return ticket
      }),
    refreshToken: (input, as) =>
      withCode(async () => {
        const bookingId = await bookingIdIn(input)
        const renewal = await refreshToken(deps, bookingId, as.user)
        await emit({ ...aboutCall(bookingId, as), type: 'token.refreshed', userId: as.user.id })
        return renewal
      }),
    leaveVideo: (input, as) =>
      withCode(async () => {
        const bookingId = await bookingIdIn(input)
        const { receipt, left, completed } = await leaveVideo(deps, bookingId, as.user)
        const about = aboutCall(bookingId, as)
        await Promise.all([
          left ? emit({ ...about, type: 'meeting.left', userId: as.user.id, source: 'person' }) : null,
          completed ? emit({ ...about, type: 'meeting.completed', because: 'everybody_left' }) : null,
        ])
        return receipt
      }),
    endVideo: (input, as) =>
      withCode(async () => {
        const bookingId = await bookingIdIn(input)
        const about = aboutCall(bookingId, as)
        const { endVideo } = await import('./launch/end-video.ts')
        return endVideo(deps, bookingId, as.user, () =>
          emit({ ...about, type: 'meeting.completed', because: 'ended_for_all' }),
        )
      }),
    listBookings: (input, { user }) =>
      withCode(async () => {
        const { listQueryIn } = await inputs()
        return listBookings(deps, listQueryIn(input), user)
      }),
    attendance: (input, { user }) =>
      withCode(async () => {
        const { attendance } = await import('./launch/attendance.ts')
        return attendance(deps, await bookingIdIn(input), user)
      }),
    checkHealth: () => withCode(checkHealth),
  }

  function aboutCall(bookingId: string, { requestId = null }: { requestId?: string | null }) {
    return { bookingId, requestId, at: deps.now() }
  }
}

async function bookingIdIn(input: { bookingId: string }): Promise<string> {
  return (await inputs()).bookingIdIn(input)
}
