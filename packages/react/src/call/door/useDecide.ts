'use client'
import type { Moderation } from '@meetings/contract'
import { useCallback } from 'react'
import type { Answer } from '../../client/meetings-client.ts'
import type { ModerationClient } from '../../client/moderation-client.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { ticketOf } from '../../session/call-session.ts'
import { showDoor } from './show-door.ts'

export type Decision = (client: ModerationClient, bookingId: string) => Promise<Answer<Moderation>>

/** Tells the server a decision and shows what is in force then. `false` when it did not work. */
export function useDecide(): (decision: Decision) => Promise<boolean> {
  const { calls, callView, moderation } = useRuntime('VideoCallModal')
  return useCallback(
    async (decision) => {
      const bookingId = ticketOf(calls.getState().session)?.bookingId
      if (bookingId === undefined) return false
      try {
        const answer = await decision(await moderation(), bookingId)
        // The call may be another one by now, or none.
        const isCurrent = ticketOf(calls.getState().session)?.bookingId === bookingId
        if (answer.ok && isCurrent) showDoor(callView, answer.value)
        return answer.ok
      } catch {
        return false
      }
    },
    [calls, callView, moderation],
  )
}
