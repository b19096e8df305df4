'use client'
import type { Booking, JoinStatus } from '@meetings/contract'
import { useCallback, useMemo } from 'react'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import { useMeetingLauncher } from '../../launcher/useMeetingLauncher.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { bookingIdOf } from '../../session/call-session.ts'
import { useTimeLabel } from '../ticker/useTimeLabel.ts'
import { joinOffer } from './join-offer.ts'

export interface JoinAction {
  /** May this booking be joined now? */
  offer: JoinStatus
  /** `joining`: the server is being asked; `open`: this booking's call is on the screen. */
  call: 'none' | 'joining' | 'open'
  /** Why the last try did not work. */
  problem: MeetingsProblem | null
  join(): void
  /** A pointer or the focus is on the button. */
  prepare(): void
}

/** Everything a Join button needs to know about one booking. */
export function useJoinAction(booking: Booking): JoinAction {
  const { id } = booking
  const { launchFromBooking, prepareLaunch, error } = useMeetingLauncher()
  const call = useCallState(useCallback((state: CallState) => callOf(state, id), [id]))
  const offer = useTimeLabel(useMemo(() => joinOffer(booking), [booking]))
  const join = useCallback(() => void launchFromBooking({ bookingId: id }), [launchFromBooking, id])
  return { offer, call, problem: error, join, prepare: prepareLaunch }
}

function callOf({ session }: CallState, bookingId: string): JoinAction['call'] {
  if (session.phase === 'launching') return session.bookingId === bookingId ? 'joining' : 'none'
  return bookingIdOf(session) === bookingId ? 'open' : 'none'
}
