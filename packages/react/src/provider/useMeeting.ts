'use client'
import { useMemo } from 'react'
import type { CallState } from '../session/call-controller.ts'
import { type CallTicket, isCallOpen, ticketOf } from '../session/call-session.ts'
import { useRuntime } from './runtime-context.ts'
import { useCallState } from './useCallState.ts'

/** The open call, as a host sees it. `token` is a secret: never log, store or put it into a URL. */
export type ActiveMeeting = Pick<CallTicket, 'roomName' | 'token' | 'participantName' | 'bookingId'>

export interface Meeting {
  /** `null` while no call is open, and until a host has let the person in. A new object when the token was refreshed; the room stays connected. */
  activeMeeting: ActiveMeeting | null
  /** Whether a call is on the screen, minimised or not: from "Connecting" (or the waiting room) until it is closed, its failure included. */
  isVideoCallOpen: boolean
  /**
   * Opens a call with a ticket you fetched yourself. `useMeetingLauncher` asks the server and opens in one
   * step, and sooner. Opening the same booking again changes nothing; another one while a call is open
   * is refused (`onError` with `CALL_IN_PROGRESS`).
   */
  startVideoCall(data: CallTicket): void
  /** Leaves: the screen closes at once, every device stops, the server is told. Resolves when it knows. Never rejects. */
  endVideoCall(): Promise<void>
  /** Puts a fresh token into `activeMeeting`; happens by itself after 50 minutes. Never rejects. */
  refreshToken(bookingId: string): Promise<void>
}

/**
 * The call of this app: whether there is one, and what can be done with it. Renders again only when one
 * of its values changed. Throws outside `<MeetingProvider>`.
 */
export function useMeeting(): Meeting {
  const { calls } = useRuntime('useMeeting')
  const ticket = useCallState(selectTicket)
  const isVideoCallOpen = useCallState(selectIsOpen)
  return useMemo(
    () => ({
      activeMeeting: ticket && activeMeetingOf(ticket),
      isVideoCallOpen,
      startVideoCall: calls.start,
      endVideoCall: calls.leave,
      refreshToken: calls.refreshToken,
    }),
    [calls, ticket, isVideoCallOpen],
  )
}

function activeMeetingOf({ roomName, token, participantName, bookingId }: CallTicket): ActiveMeeting {
  return { roomName, token, participantName, bookingId }
}

function selectTicket({ session }: CallState): CallTicket | null {
  return ticketOf(session)
}

function selectIsOpen({ session }: CallState): boolean {
  return isCallOpen(session)
}
