import type { Clock } from '../clock/meeting-clock.ts'

/** The same promise, but rejected when it takes longer than `ms`. */
export function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new Error(`This took longer than ${ms / 1000} seconds.`)))
    promise.then(resolve, reject).finally(cancel)
  })
}
