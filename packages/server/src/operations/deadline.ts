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
  return isPromise(work) ? beforeDeadline(deadline, work) : work
}

/** Steps of the microtask queue within which work in memory is done. */
const AT_ONCE = 3

// Every request passes here several times, and a timer takes longer than most work in memory: who answers at once
// gets none.
async function beforeDeadline<T>(deadline: Deadline<T>, work: PromiseLike<T>): Promise<T> {
  let isDone = false
  const done = () => {
    isDone = true
  }
  work.then(done, done)
  for (let step = 0; step < AT_ONCE && !isDone; step++) await undefined
  return isDone ? work : withTimer(deadline, work)
}

// By hand instead of with `Promise.race`, which keeps what is left over.
function withTimer<T>({ what, ms, stop, onLate }: Deadline<T>, work: PromiseLike<T>): Promise<T> {
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
