import type { Clock } from '../../ports/clock.ts'

/** Enough for the people of one process, and an end to what it can take. */
const MAX_ANSWERS = 1000

export interface AnswerMemoryOptions<Answer, Other> {
  /** How long an answer counts; 0 remembers nothing. */
  seconds: number
  now: Clock
  /** Which answers are worth keeping. */
  isGood: (answer: Answer | Other) => answer is Answer
}

/**
 * Remembers for a short while what was found out about a token. Only good answers are kept: anybody can make bad
 * tokens, and enough of them would push out the good ones. Keys are digests, so that a look into memory shows no token.
 */
export function answerMemory<Answer, Other>({ seconds, now, isGood }: AnswerMemoryOptions<Answer, Other>) {
  const answers = new Map<string, { answer: Answer; at: number }>()

  /** What is remembered of the token, else what `ask` finds out. */
  return async (token: string, ask: () => Promise<Answer | Other>): Promise<Answer | Other> => {
    if (seconds === 0) return ask()
    const key = await digest(token)
    const time = now().getTime()
    const known = answers.get(key)
    if (known !== undefined && Math.abs(time - known.at) < seconds * 1000) return known.answer
    answers.delete(key)
    const answer = await ask()
    if (isGood(answer)) {
      const oldest = answers.size >= MAX_ANSWERS ? answers.keys().next().value : undefined
      if (oldest !== undefined) answers.delete(oldest)
      answers.set(key, { answer, at: time })
    }
    return answer
  }
}

async function digest(token: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  return String.fromCharCode(...new Uint8Array(bytes))
}
