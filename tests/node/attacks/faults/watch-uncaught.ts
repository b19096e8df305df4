import { afterAll, beforeAll, expect } from 'vitest'

/** Fails the file when anything was left that nobody caught: it would end a real process. */
export function watchUncaught(): void {
  const uncaught: unknown[] = []
  const note = (error: unknown) => void uncaught.push(error)
  beforeAll(() => {
    process.on('unhandledRejection', note)
  })
  afterAll(async () => {
    // Rejections are told a turn of the event loop later.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    process.off('unhandledRejection', note)
    expect(uncaught).toEqual([])
  })
}
