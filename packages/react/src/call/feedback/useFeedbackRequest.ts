'use client'
import { useEffect } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'

/** Of a shorter call nobody can say much. */
const LEAST_MS = 60_000

/** Has the person asked about the call when they are out of it, if the host app wants to know. */
export function useFeedbackRequest(): void {
  const { calls, callView, clock, onFeedback } = useRuntime('VideoCallModal')

  useEffect(() => {
    callView.set({ asksAbout: null })
    let talk: { bookingId: string; since: number; until: number | null } | null = null

    function look(): void {
      const { session } = calls.getState()
      if ('since' in session) {
        talk = { bookingId: session.ticket.bookingId, since: session.since, until: null }
      } else if (talk && (session.phase === 'ended' || session.phase === 'failed')) {
        // The end screen may be looked at for long.
        talk.until ??= clock.now()
        // It goes on there, and is not over.
        if (session.phase === 'ended' && session.end.kind === 'other-tab') talk = null
      } else if (talk && session.phase === 'idle') {
        const durationMs = (talk.until ?? clock.now()) - talk.since
        if (durationMs > LEAST_MS && onFeedback?.())
          callView.set({ asksAbout: { bookingId: talk.bookingId, durationMs } })
        talk = null
      }
    }
    look()
    return calls.subscribe(look)
  }, [calls, callView, clock, onFeedback])
}
