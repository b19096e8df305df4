import type { MeetingsClient } from '../client/meetings-client.ts'
import type { Clock } from '../clock/meeting-clock.ts'
import type { SerialQueue } from './serial-queue.ts'

/** Tells the server who left. The screen does not wait for it. */
export interface LeaveDesk {
  /** Resolves when the server answered or is too slow; goes on trying in the background. Never rejects. */
  leave(bookingId: string): Promise<void>
  /** The page is closing: one request, now. */
  leaveAtOnce(bookingId: string): void
  /** The person is coming back: a late leave must not undo it. */
  forget(bookingId: string): void
}

export interface LeaveDeskOptions {
  client: Pick<MeetingsClient, 'leaveVideo'>
  clock: Clock
  /** Shared with launches, so that leaving and coming back arrive in this order. */
  queue: SerialQueue
  onAnswered(): void
}

const RETRY_DELAYS_MS = [2_000, 5_000, 15_000]
/** A launch behind a leave that hangs waits for it no longer than this, in milliseconds. */
const PATIENCE_MS = 3_000

export function createLeaveDesk({ client, clock, queue, onAnswered }: LeaveDeskOptions): LeaveDesk {
  /** What stops each leave that is still under way. */
  const underWay = new Map<string, { cancel(): void }>()

  function forget(bookingId: string): void {
    underWay.get(bookingId)?.cancel()
    underWay.delete(bookingId)
  }

  async function send(bookingId: string, tries: number): Promise<void> {
    forget(bookingId)
    const leave = { cancel: () => {} }
    underWay.set(bookingId, leave)
    const answer = await client.leaveVideo(bookingId)
    if (underWay.get(bookingId) !== leave) return
    const delay = RETRY_DELAYS_MS[tries]
    if (!answer.ok && answer.problem.retryable && delay !== undefined) {
      leave.cancel = clock.after(delay, () => void enqueue(bookingId, tries + 1))
      return
    }
    underWay.delete(bookingId)
    onAnswered()
  }

  function enqueue(bookingId: string, tries: number): Promise<void> {
    return queue.run(
      () =>
        new Promise<void>((resolve) => {
          const cancel = clock.after(PATIENCE_MS, resolve)
          void send(bookingId, tries).finally(() => {
            cancel()
            resolve()
          })
        }),
    )
  }

  return {
    leave: (bookingId) => enqueue(bookingId, 0),
    leaveAtOnce(bookingId) {
      forget(bookingId)
      void client.leaveVideo(bookingId, { keepAlive: true }).then(onAnswered)
    },
    forget,
  }
}
