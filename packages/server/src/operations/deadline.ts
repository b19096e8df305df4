/** What has not answered in time. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'
}

export interface Deadline<T> {
  /** For the message: `store.enter`. */
  what: string
  ms: number
  /** Aborted when the time is up. */
  stop?: AbortController
  /** Gets what came after all, when nobody waits for it any more. */
  onLate?: (value: T) => void
}

/**
 * What `run` answers, for which it may take `ms` milliseconds; then a `DeadlineError`. What is still running then
 * is not waited for.
 */
export function withDeadline<T>(deadline: Deadline<T>, run: () => T | PromiseLike<T>): T | Promise<T> {
  const work = run()
  // Who answers at once needs no timer.
  return isPromise(work) ? beforeDeadline(deadline, work) : work
}

// By hand instead of with `Promise.race`: every request passes here several times.
function beforeDeadline<T>({ what, ms, stop, onLate }: Deadline<T>, work: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      const error = new DeadlineError(`${what} did not answer within ${ms} ms.`)
      stop?.abort(error)
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

function isPromise<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
