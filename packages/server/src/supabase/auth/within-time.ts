/**
 * The result of `work`, or a `TimeoutError` after `ms` milliseconds, also when `work` does not listen to its signal.
 * The timer is the platform's: it bounds a wait and decides nothing else.
 */
export function withinTime<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(ms)
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work(signal).then(resolve, reject)
  })
}
