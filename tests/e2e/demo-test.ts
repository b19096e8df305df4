import { test as base } from '@playwright/test'
import { type Demo, openDemo } from './start-demo.ts'

const STARTED_WITHIN_MS = 6 * 60_000

/** A test that has the demo: built and started once for all files, ended with the last of them. */
export const test = base.extend<object, { demo: Demo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see the pattern
    async ({}, use) => {
      const demo = await openDemo({ PORT: '3210' })
      await use(demo)
      await demo.interrupt()
    },
    { scope: 'worker', timeout: STARTED_WITHIN_MS },
  ],
})

/** Sets the demo's bookings around the present moment, whatever other tests did to them. */
export async function resetBookings(demo: Demo): Promise<void> {
  const answer = await fetch(`${demo.url}/api/demo/reset`, { method: 'POST' })
  if (answer.status !== 204) throw new Error(`The demo's bookings could not be reset: ${answer.status}.`)
}
