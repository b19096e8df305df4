import type { CallParts } from './call-parts.ts'
import type { CallSession } from './call-session.ts'
import type { Call, CurrentCall } from './current-call.ts'

export interface CallCloser {
  /** Ends whatever is there. `at once`: the page is closing. */
  close(how: 'properly' | 'at once'): Promise<void>
  /** Tells the host that the call which started is over. */
  over(call: Call, session: CallSession): void
}

/** @param forgetLaunch a launch that is under way concerns nobody any more */
export function createCallCloser(
  { store, talk, desk, listeners }: Pick<CallParts, 'store' | 'talk' | 'desk' | 'listeners'>,
  current: Pick<CurrentCall, 'get' | 'tearDown'>,
  forgetLaunch: () => void,
): CallCloser {
  function over(call: Call, session: CallSession): void {
    if (!call.hasStarted) return
    call.hasStarted = false
    const reason =
      session.phase === 'ended' ? session.end.kind : session.phase === 'failed' ? 'failed' : 'left'
    listeners.onCallEnd?.({ bookingId: call.bookingId, reason })
  }

  return {
    over,
    close(how) {
      const { session } = store.getState()
      const call = current.get()
      forgetLaunch()
      if (call) current.tearDown(call)
      store.dispatch({ type: 'closed' })
      talk.clear()
      if (call) over(call, session)
      // An ended call has told the server already; a failed one tried to, perhaps without a network.
      const bookingId = session.phase === 'ended' ? null : owesLeave(session)
      if (bookingId === null) return Promise.resolve()
      if (how === 'properly') return desk.leave(bookingId)
      desk.leaveAtOnce(bookingId)
      return Promise.resolve()
    },
  }
}

/**
 * The booking whose server still counts this person in, or `null`. Somebody who went on in another tab
 * is still in, and a room that was completed has nobody left to count.
 */
export function owesLeave(session: CallSession): string | null {
  if (session.phase === 'idle' || session.phase === 'turned-away') return null
  // Whoever waits may have been let in by an answer that is still on its way.
  if (session.phase === 'launching' || session.phase === 'waiting') return session.bookingId
  const isElsewhere =
    session.phase === 'ended' && (session.end.kind === 'other-tab' || session.end.kind === 'completed')
  return isElsewhere ? null : session.ticket.bookingId
}
