import type { BookingDraft, BookingReceipt } from '@meetings/contract'
import type { Answer } from '../../client/meetings-client.ts'
import type { MeetingsProblem, ProblemCode } from '../../client/meetings-problem.ts'
import type { SchedulingClient } from '../../client/scheduling-client.ts'

/** After these nobody knows whether the meeting was booked. */
const UNKNOWN: ReadonlySet<ProblemCode> = new Set([
  'NETWORK_UNREACHABLE',
  'UNEXPECTED_ANSWER',
  'INTERNAL',
  'STORE_UNAVAILABLE',
  'IDEMPOTENCY_IN_PROGRESS',
])

/** Whether the request may have done its work although no good answer came. */
export function isOutcomeUnknown({ code }: MeetingsProblem): boolean {
  return UNKNOWN.has(code)
}

export interface Booker {
  /** Books at most once for everything that is tried until an answer is certain. Never rejects. */
  book(draft: BookingDraft): Promise<Answer<BookingReceipt>>
}

/**
 * One draft, one key: it is kept until the server has said yes or no, also when the draft was changed in
 * between. If the server then says that the key was used for something else, one of the earlier attempts did
 * arrive after all: sending that one again brings its booking.
 */
export function createBooker(options: {
  client: Pick<SchedulingClient, 'createBooking'>
  newKey(): string
}): Booker {
  const { client, newKey } = options
  let attempt: { key: string; sent: BookingDraft[] } | null = null

  return {
    async book(draft) {
      const { key, sent } = attempt ?? { key: newKey(), sent: [] }
      let answer = await client.createBooking(draft, { idempotencyKey: key })
      if (!answer.ok && answer.problem.code === 'IDEMPOTENCY_KEY_REUSED') {
        for (const earlier of sent) {
          const again = await client.createBooking(earlier, { idempotencyKey: key })
          if (!again.ok && again.problem.code === 'IDEMPOTENCY_KEY_REUSED') continue
          answer = again
          break
        }
      }
      const isUnknown = !answer.ok && isOutcomeUnknown(answer.problem)
      attempt = isUnknown ? { key, sent: [...sent, draft] } : null
      return answer
    },
  }
}
