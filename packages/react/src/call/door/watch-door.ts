import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import type { ModerationClient } from '../../client/moderation-client.ts'
import { failed } from '../../client/send-request.ts'
import type { Clock } from '../../clock/meeting-clock.ts'
import type { CallViewStore } from '../../provider/call-view.ts'
import { showDoor } from './show-door.ts'

export interface DoorWatch {
  bookingId: string
  moderation(): Promise<Pick<ModerationClient, 'readModeration'>>
  clock: Clock
  view: CallViewStore
}

const ASK_EVERY_MS = 5_000
/** A server in trouble is asked ever more rarely, but not forgotten. */
const LONGEST_PAUSE_MS = 60_000

/**
 * Asks who is at the door, again and again, until it is stopped or the server says that there is no such thing
 * (or that it is none of this person's business).
 */
export function watchDoor({ bookingId, moderation, clock, view }: DoorWatch): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let cancel = () => {}
  let pauseMs = ASK_EVERY_MS

  async function ask(): Promise<void> {
    const before = view.get().door
    const answer = await moderation().then(
      (client) => client.readModeration(bookingId, { signal }),
      () => failed('NETWORK_UNREACHABLE', true),
    )
    if (signal.aborted) return
    if (!answer.ok && isFinal(answer.problem)) return
    pauseMs = answer.ok ? ASK_EVERY_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    // A decision was answered meanwhile: that is newer.
    if (answer.ok && view.get().door === before) showDoor(view, answer.value)
    cancel = clock.after(pauseMs, () => void ask())
  }

  void ask()
  return () => {
    stop.abort('stopped')
    cancel()
  }
}

/** Whoever is signed out may be signed in again in a moment. */
function isFinal({ code, retryable }: MeetingsProblem): boolean {
  return !retryable && code !== 'UNAUTHENTICATED'
}
