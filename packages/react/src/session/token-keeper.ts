import type { TokenRenewal } from '@meetings/contract'
import type { Answer, MeetingsClient } from '../client/meetings-client.ts'
import type { ProblemCode } from '../client/meetings-problem.ts'
import type { Clock } from '../clock/meeting-clock.ts'
import type { CallTicket } from './call-session.ts'
import { refreshDueAt } from './token-life.ts'

/** Keeps a fresh token in the ticket of the open call. Knows nothing of the room, and never touches it. */
export interface TokenKeeper {
  /** A call opened with this ticket. */
  start(ticket: CallTicket): void
  /** Asks now. Callers at the same time share one request. */
  renew(): Promise<Answer<TokenRenewal>>
  /** Timers may have slept: look at the clock. */
  wake(): void
  stop(): void
}

export interface TokenKeeperOptions {
  client: Pick<MeetingsClient, 'refreshToken'>
  clock: Clock
  onRenewed(bookingId: string, renewal: TokenRenewal): void
}

/**
 * The clock is looked at this often, in milliseconds: one long timer would count a laptop's sleep as no
 * time at all, and the token would be stale when the lid opens.
 */
const CHECK_MS = 30_000
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 60_000
/** After these the server will never answer otherwise; asking again is noise. */
const FINAL_CODES: readonly ProblemCode[] = ['BOOKING_ENDED', 'BOOKING_CANCELLED', 'BOOKING_NOT_FOUND']
const NO_CALL: Answer<TokenRenewal> = { ok: false, problem: { code: 'SUPERSEDED', retryable: false } }

interface Kept {
  bookingId: string
  dueAt: number
  retryMs: number
  stop: AbortController
  pending: Promise<Answer<TokenRenewal>> | null
  cancelCheck: () => void
}

export function createTokenKeeper({ client, clock, onRenewed }: TokenKeeperOptions): TokenKeeper {
  let current: Kept | null = null

  function check(kept: Kept): void {
    kept.cancelCheck()
    if (kept !== current) return
    const wait = kept.dueAt - clock.now()
    if (wait <= 0) void renew()
    else kept.cancelCheck = clock.after(Math.min(wait, CHECK_MS), () => check(kept))
  }

  function renew(): Promise<Answer<TokenRenewal>> {
    const kept = current
    if (!kept) return Promise.resolve(NO_CALL)
    kept.pending ??= ask(kept)
    return kept.pending
  }

  async function ask(kept: Kept): Promise<Answer<TokenRenewal>> {
    kept.cancelCheck()
    const answer = await client.refreshToken(kept.bookingId, { signal: kept.stop.signal })
    kept.pending = null
    if (kept !== current) return NO_CALL
    if (answer.ok) {
      kept.dueAt = refreshDueAt(clock.now(), answer.value.expiresAt)
      kept.retryMs = FIRST_RETRY_MS
      onRenewed(kept.bookingId, answer.value)
    } else if (FINAL_CODES.includes(answer.problem.code)) {
      kept.dueAt = Number.POSITIVE_INFINITY
    } else {
      // Asked before it was due (for names): the plan stands. Asked when due: try again, ever more slowly.
      kept.dueAt = Math.max(kept.dueAt, clock.now() + kept.retryMs)
      kept.retryMs = Math.min(kept.retryMs * 2, LONGEST_RETRY_MS)
    }
    check(kept)
    return answer
  }

  function stop(): void {
    current?.cancelCheck()
    // With a reason: the error that a browser would make holds on to the click that ended the call.
    current?.stop.abort('stopped')
    current = null
  }

  return {
    start(ticket) {
      stop()
      current = {
        bookingId: ticket.bookingId,
        dueAt: refreshDueAt(clock.now(), ticket.expiresAt),
        retryMs: FIRST_RETRY_MS,
        stop: new AbortController(),
        pending: null,
        cancelCheck: () => {},
      }
      check(current)
    },
    renew,
    wake() {
      if (current && !current.pending) check(current)
    },
    stop,
  }
}
