/** What has not answered in time. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'
}

export interface Deadline<T> {
  /** For the message: `store.enter`. */
  what: string
  ms: number
  /** Gets what came after all, when nobody waits for it any more. */
  onLate?: (value: T) => void
}

/**
 * Waits for `run` at most `ms` milliseconds, then aborts its signal and rejects with a `DeadlineError`. What is
 * still running then is not waited for.
 */
export async function withDeadline<T>(
  { what, ms, onLate }: Deadline<T>,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  let isLate = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const work = run(stop.signal)
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true
      const error = new DeadlineError(`${what} did not answer within ${ms} ms.`)
      stop.abort(error)
      reject(error)
    }, ms)
  })
  work
    .then((value) => {
      if (isLate) onLate?.(value)
    })
    // What fails when nobody waits any more concerns nobody.
    .catch(() => {})
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}
