import type { MeetingsProblem } from '../client/meetings-problem.ts'
import { failed } from '../client/send-request.ts'
import type { LaunchResult } from './call-controller.ts'
import type { CallParts } from './call-parts.ts'
import { bookingIdOf, type CallTicket, isCallOpen, isCallOver } from './call-session.ts'
import type { CallCloser } from './close-call.ts'
import type { Call, CurrentCall } from './current-call.ts'
import { waitToBeLetIn } from './wait-to-be-let-in.ts'

/** The ways into a call: a join click, another try, a ticket of the host's own. */
export interface CallLauncher {
  launch(bookingId: string): Promise<LaunchResult>
  retry(): Promise<LaunchResult>
  start(ticket: CallTicket): void
  /** A launch that is under way concerns nobody any more. */
  forget(): void
}

export interface LaunchOptions {
  parts: CallParts
  current: CurrentCall
  closer: CallCloser
  run(call: Call, ticket: CallTicket): Promise<void>
}

export function createCallLauncher({ parts, current, closer, run }: LaunchOptions): CallLauncher {
  const { ports, listeners, store, queue } = parts
  let launching: { bookingId: string; result: Promise<LaunchResult> } | null = null
  const hasLobby = () => ports.hasLobby?.() ?? false

  async function askServer(call: Call, refused: (problem: MeetingsProblem) => void): Promise<LaunchResult> {
    const { bookingId, attempt, stop } = call
    const answer = await ask(call)
    if (stop.signal.aborted) return failed('SUPERSEDED', false)
    if (!answer.ok && answer.problem.code === 'WAITING_FOR_ADMISSION') {
      store.dispatch({ type: 'kept-waiting', attempt, until: 'admitted' })
      void wait(call, answer.problem)
      return { ok: true, bookingId }
    }
    if (answer.ok) return open(call, answer.value)
    turnAway(call, answer.problem, refused)
    return answer
  }

  const ask = ({ bookingId, stop }: Call) =>
    queue.run(() => ports.client.launchVideo(bookingId, { signal: stop.signal }))

  function open(call: Call, ticket: CallTicket): LaunchResult {
    const { bookingId, attempt } = call
    store.dispatch({ type: 'opened', attempt, ticket, hasLobby: hasLobby() })
    void run(call, ticket)
    return { ok: true, bookingId }
  }

  function turnAway(call: Call, problem: MeetingsProblem, refused: (problem: MeetingsProblem) => void): void {
    current.tearDown(call)
    refused(problem)
    listeners.onError?.(problem, { bookingId: call.bookingId })
  }

  /** The wait of a launch that was answered with "not yet". */
  async function wait(call: Call, first: MeetingsProblem): Promise<void> {
    const { attempt, stop } = call
    const { signal } = stop
    const options = { clock: ports.clock, signal, wakes: current.wakes }
    const answer = await waitToBeLetIn(first, () => ask(call), {
      ...options,
      onKeptWaiting: (until) => store.dispatch({ type: 'kept-waiting', attempt, until }),
    })
    if (signal.aborted) return
    if (answer.ok) open(call, answer.value)
    else
      turnAway(call, answer.problem, (problem) => store.dispatch({ type: 'turned-away', attempt, problem }))
  }

  /** A launch that others can join until it is answered. */
  function underWay(call: Call, refused: (problem: MeetingsProblem) => void): Promise<LaunchResult> {
    const entry = { bookingId: call.bookingId, result: askServer(call, refused) }
    launching = entry
    void entry.result.finally(() => {
      if (launching === entry) launching = null
    })
    return entry.result
  }

  function retry(): Promise<LaunchResult> {
    const { session } = store.getState()
    if (launching) return launching.result
    if (session.phase !== 'failed' && session.phase !== 'ended')
      return Promise.resolve(failed('SUPERSEDED', false))
    const call = current.begin(
      session.ticket.bookingId,
      (attempt) => ({ type: 'retry-asked', attempt }),
      true,
    )
    const { attempt } = call
    return underWay(call, (problem) => store.dispatch({ type: 'failed', attempt, problem }))
  }

  return {
    retry,
    launch(bookingId) {
      const { session } = store.getState()
      if (isCallOver(session)) {
        if (session.phase !== 'turned-away' && session.ticket.bookingId === bookingId) return retry()
        void closer.close('properly')
      } else if (isCallOpen(session)) {
        const isSame = bookingIdOf(session) === bookingId
        return Promise.resolve(isSame ? { ok: true, bookingId } : failed('CALL_IN_PROGRESS', false))
      } else if (launching) {
        if (launching.bookingId === bookingId) return launching.result
        void closer.close('properly')
      }
      const call = current.begin(bookingId, (attempt) => ({ type: 'launch-asked', attempt, bookingId }))
      const { attempt } = call
      return underWay(call, () => store.dispatch({ type: 'launch-refused', attempt }))
    },
    start(ticket) {
      const { session } = store.getState()
      const { bookingId } = ticket
      if (isCallOpen(session) && !isCallOver(session)) {
        // A host that mounts twice (StrictMode) opens the same call twice: one is enough.
        if (bookingIdOf(session) !== bookingId)
          listeners.onError?.(failed('CALL_IN_PROGRESS', false).problem, { bookingId })
        return
      }
      if (session.phase !== 'idle') void closer.close('properly')
      const call = current.begin(bookingId, (attempt) => {
        return { type: 'started', attempt, ticket, hasLobby: hasLobby() }
      })
      void run(call, ticket)
    },
    forget() {
      launching = null
    },
  }
}
