import { ADMISSION_RETRY_SECONDS, type LaunchTicket } from '@meetings/contract'
import type { Answer } from '../client/meetings-client.ts'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { Clock } from '../clock/meeting-clock.ts'
import type { WaitingUntil } from './call-session.ts'
import { pause } from './pause.ts'

export interface WaitOptions {
  clock: Clock
  /** Ends the wait: nothing is asked any more. */
  signal: AbortSignal
  /** Says `wake` when a pause has become pointless: the browser is online or in front again. */
  wakes: EventTarget
  /** The server has answered, and not with yes or no. */
  onKeptWaiting(until: WaitingUntil): void
}

/** A server may ask for another pause, within reason: somebody sits there. In seconds. */
const LONGEST_PAUSE = 60

/**
 * Launches again until the answer is yes, or a no that will not change. A server that cannot be reached is
 * neither: whoever waits keeps their place.
 *
 * @param first the answer that sent this person here
 */
export async function waitToBeLetIn(
  first: MeetingsProblem,
  ask: () => Promise<Answer<LaunchTicket>>,
  { clock, signal, wakes, onKeptWaiting }: WaitOptions,
): Promise<Answer<LaunchTicket>> {
  for (let problem = first; ; ) {
    await pause(clock, pauseMs(problem), signal, wakes)
    if (signal.aborted) return { ok: false, problem }
    const answer = await ask()
    if (answer.ok || signal.aborted || !isNotYet(answer.problem)) return answer
    problem = answer.problem
    onKeptWaiting(untilOf(problem))
  }
}

function isNotYet({ code, retryable }: MeetingsProblem): boolean {
  return retryable || code === 'WAITING_FOR_ADMISSION'
}

function untilOf({ code }: MeetingsProblem): WaitingUntil {
  if (code === 'WAITING_FOR_ADMISSION') return 'admitted'
  return code === 'MEETING_LOCKED' ? 'unlocked' : 'answered'
}

function pauseMs({ details }: MeetingsProblem): number {
  const told = details?.retryAfterSeconds
  const seconds =
    typeof told === 'number' && told >= 1 ? Math.min(told, LONGEST_PAUSE) : ADMISSION_RETRY_SECONDS
  return seconds * 1000
}
