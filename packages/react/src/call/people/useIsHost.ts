'use client'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'

/** Whether this person may decide for everybody. The server has the last word. */
export function useIsHost(): boolean {
  return useCallState(selectIsHost)
}

function selectIsHost({ session }: CallState): boolean {
  const role = ticketOf(session)?.role
  return role === 'host' || role === 'admin'
}
