import type { Clock } from '../clock/meeting-clock.ts'

/** Waits `ms`, but not beyond an abort of `signal` or a `wake` event of `wakes`. Never rejects. */
export function pause(clock: Clock, ms: number, signal: AbortSignal, wakes?: EventTarget): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      cancel()
      signal.removeEventListener('abort', done)
      wakes?.removeEventListener('wake', done)
      resolve()
    }
    const cancel = clock.after(ms, done)
    signal.addEventListener('abort', done)
    wakes?.addEventListener('wake', done)
  })
}
