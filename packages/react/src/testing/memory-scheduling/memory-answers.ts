import type { Answer } from '../../client/meetings-client.ts'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'

/** How the verbs of a client in memory answer: counted, held back or failing when a test says so. */
export interface MemoryAnswers<Verb> {
  /** The verbs asked so far, oldest first. */
  readonly calls: readonly Verb[]
  /** The next answer of a verb is this problem. */
  failNext(verb: Verb, problem: Partial<MeetingsProblem>): void
  /** Every answer of a verb waits until the result is called. */
  pause(verb: Verb): () => void
  /** Does the work of a verb, unless it was told to fail or nobody waits any more. */
  answer<T>(verb: Verb, signal: AbortSignal | undefined, work: () => Answer<T>): Promise<Answer<T>>
}

export function createMemoryAnswers<Verb>(): MemoryAnswers<Verb> {
  const calls: Verb[] = []
  const failures: { verb: Verb; problem: MeetingsProblem }[] = []
  const gates = new Map<Verb, Promise<void>>()
  return {
    calls,
    failNext(verb, problem) {
      failures.push({ verb, problem: { code: 'INTERNAL', retryable: true, ...problem } })
    },
    pause(verb) {
      let open = () => {}
      gates.set(verb, new Promise((resolve) => (open = resolve)))
      return () => {
        gates.delete(verb)
        open()
      }
    },
    async answer(verb, signal, work) {
      calls.push(verb)
      await gates.get(verb)
      if (signal?.aborted) return refuse('SUPERSEDED')
      const failure = failures.findIndex((entry) => entry.verb === verb)
      const [failed] = failure < 0 ? [] : failures.splice(failure, 1)
      return failed ? { ok: false, problem: failed.problem } : work()
    },
  }
}

/** An answer that says no. */
export function refuse(
  code: MeetingsProblem['code'],
  details?: Readonly<Record<string, unknown>>,
): { ok: false; problem: MeetingsProblem } {
  return { ok: false, problem: { code, retryable: false, ...(details && { details }) } }
}
