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
export function withDeadline<T>(
  { what, ms, onLate }: Deadline<T>,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const work = run(stop.signal)
  // By hand instead of with `Promise.race`: every request passes here several times.
  return new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      const error = new DeadlineError(`${what} did not answer within ${ms} ms.`)
      stop.abort(error)
      reject(error)
    }, ms)
    work.then(
      (value) => {
        clearTimeout(timer)
        if (isLate) onLate?.(value)
        else resolve(value)
      },
      (error) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}
