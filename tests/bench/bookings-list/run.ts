// A list with 10,000 bookings in its cache and 50 on the screen, in Chromium: one tick of the clock stays
// below a millisecond and touches only the cards whose text changes; mounting and scrolling are compared with
// plain elements of the same DOM, in the same run.
import { readFile } from 'node:fs/promises'
import type { CDPSession } from 'playwright'
import { median } from '../median.ts'
import { withBenchPage } from '../with-bench-page.ts'

const TICK_LIMIT_MS = 1
const MOUNT_LIMIT = 1.7
const SCROLL_LIMIT = 2
const SCROLL_ROUNDS = 7

await withBenchPage(new URL('page.tsx', import.meta.url), {}, async (page) => {
  const handle = await page.waitForFunction(() => window.figures, undefined, { timeout: 120_000 })
  const figures = await handle.jsonValue()
  if (!figures) throw new Error('The page measured nothing.')
  const { tick, touched, expected, ours, plain, ratio } = figures
  console.log(`one tick: ${tick.toFixed(2)} ms (below ${TICK_LIMIT_MS})`)
  console.log(`cards touched in 24 ticks: ${touched}, cards whose text changed: ${expected}`)
  console.log(`mounting 50 cards: ours ${ours.toFixed(1)} ms, plain elements ${plain.toFixed(1)} ms`)
  console.log(`  ratio ${ratio.toFixed(2)} (at most ${MOUNT_LIMIT.toFixed(1)})`)

  await page.addStyleTag({ content: await readFile('packages/react/dist/styles.css', 'utf8') })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const work: Record<'ours' | 'plain', number[]> = { ours: [], plain: [] }
  for (let round = 0; round < SCROLL_ROUNDS; round += 1) {
    for (const kind of ['ours', 'plain'] as const) {
      const before = await busySeconds(cdp)
      await page.evaluate((which) => window.scrollThrough?.(which), kind)
      work[kind].push(1_000 * ((await busySeconds(cdp)) - before))
    }
  }
  const [oursScrolls, plainScrolls] = [median(work.ours), median(work.plain)]
  const scrollRatio = oursScrolls / plainScrolls
  console.log(
    `scrolling them down and up, all work of the page: ours ${oursScrolls.toFixed(0)} ms, plain elements ${plainScrolls.toFixed(0)} ms`,
  )
  console.log(`  ratio ${scrollRatio.toFixed(2)} (at most ${SCROLL_LIMIT.toFixed(1)})`)
  const isFast = tick < TICK_LIMIT_MS && ratio <= MOUNT_LIMIT && scrollRatio <= SCROLL_LIMIT
  if (!isFast || touched !== expected) process.exitCode = 1
})

/** What the page's main thread has worked so far: scripts, styles, layout and painting. */
async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}
