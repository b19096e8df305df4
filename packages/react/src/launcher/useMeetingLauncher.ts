'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import { useFormats } from '../i18n/useFormats.ts'
import { useRuntime } from '../provider/runtime-context.ts'
import { useCallState } from '../provider/useCallState.ts'
import type { CallState, LaunchResult } from '../session/call-controller.ts'
import { canJoinMeeting, type JoinableBooking } from './can-join-meeting.ts'
import { type TimeUntilMeeting, timeUntilMeeting } from './time-until-meeting.ts'

export interface MeetingLauncher {
  /** The join click: asks the server, and opens the call when it agrees. Never rejects. */
  launchFromBooking(input: { bookingId: string }): Promise<LaunchResult>
  /** Call it when a pointer or the focus reaches your button: what the click needs is loaded by then. */
  prepareLaunch(): void
  /** Whether a join click makes sense now, by the server's clock. The server's answer wins. */
  canJoinMeeting(booking: JoinableBooking): boolean
  /** How long until the start, by the server's clock and in the viewer's language. */
  getTimeUntilMeeting(booking: { startTime: string }): TimeUntilMeeting
  /** A launch is under way, from this hook or another. */
  isLaunching: boolean
  /** Why the last launch of this hook was refused; `null` again as soon as the next begins. */
  error: MeetingsProblem | null
}

/**
 * Starts a meeting from a booking, for buttons of your own; `MyBookingsList` has them built in.
 * Throws outside `<MeetingProvider>`.
 *
 * @example
 * const { launchFromBooking, canJoinMeeting } = useMeetingLauncher()
 * <button disabled={!canJoinMeeting(booking)} onClick={() => launchFromBooking({ bookingId: booking.id })}>
 *   Join
 * </button>
 */
export function useMeetingLauncher(): MeetingLauncher {
  const { calls, clock } = useRuntime('useMeetingLauncher')
  const formats = useFormats()
  const isLaunching = useCallState(selectIsLaunching)
  const [error, setError] = useState<MeetingsProblem | null>(null)

  useEffect(() => calls.preload?.(), [calls])

  const launchFromBooking = useCallback(
    async ({ bookingId }: { bookingId: string }) => {
      setError(null)
      const result = await calls.launch(bookingId)
      // Taken back by the person, not refused by anybody.
      if (!result.ok && result.problem.code !== 'SUPERSEDED') setError(result.problem)
      return result
    },
    [calls],
  )

  return useMemo(
    () => ({
      launchFromBooking,
      prepareLaunch: () => calls.prepare?.(),
      canJoinMeeting: (booking) => canJoinMeeting(booking, clock.now()),
      getTimeUntilMeeting: (booking) => timeUntilMeeting(booking, clock.now(), formats),
      isLaunching,
      error,
    }),
    [launchFromBooking, calls, clock, formats, isLaunching, error],
  )
}

function selectIsLaunching({ session }: CallState): boolean {
  return session.phase === 'launching'
}
