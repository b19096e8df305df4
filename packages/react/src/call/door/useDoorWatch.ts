'use client'
import { useEffect } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'
import { useIsHost } from '../people/useIsHost.ts'
import { watchDoor } from './watch-door.ts'

/** Keeps `callView.door` as the server has it, for whoever is in charge. */
export function useDoorWatch(): void {
  const { callView, clock, moderation } = useRuntime('VideoCallModal')
  const isHost = useIsHost()
  const bookingId = useCallState(selectBookingId)

  useEffect(() => {
    if (!isHost || bookingId === undefined) return
    const stop = watchDoor({ bookingId, moderation, clock, view: callView })
    return () => {
      stop()
      callView.set({ door: null })
    }
  }, [isHost, bookingId, moderation, clock, callView])
}

const selectBookingId = ({ session }: CallState) => ticketOf(session)?.bookingId
