// What a call of two costs while nothing happens: CPU time of our page's own process against that of a bare page with
// the same SDK, tracks, options and picture size, turn by turn in one run. The other person is the same for both.
import type { CDPSession } from 'playwright'
import { join, type Kind, withCallSite } from '../call-site/with-call-site.ts'
import { median } from '../median.ts'

const ROUNDS = 7
const LIMIT = 1.1
/** Joining is over by then, and the SDK's bandwidth estimate has grown. */
const SETTLE_MS = 4_000
const WATCH_MS = 10_000

await withCallSite(async ({ browser, open }) => {
  const system = await browser.newBrowserCDPSession()
  const ratios: number[] = []
  const spent: Record<Kind, number[]> = { ours: [], bare: [] }
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
      const before = new Set((await renderers(system)).keys())
      const { page, context } = await open(kind)
      await join(page)
      await page.waitForTimeout(SETTLE_MS)
      const start = await cpuBeyond(system, before)
      await page.waitForTimeout(WATCH_MS)
      spent[kind].push((await cpuBeyond(system, before)) - start)
      await context.close()
    }
    ratios.push((spent.ours[round] ?? Number.NaN) / (spent.bare[round] ?? Number.NaN))
  }
  const percent = (kind: Kind) => `${((median(spent[kind]) / WATCH_MS) * 100_000).toFixed(0)} %`
  const ratio = median(ratios)
  console.log(
    `a call of two, medians of ${ROUNDS}: ours ${percent('ours')} of a core, bare ${percent('bare')}`,
  )
  console.log(`  ratio ${ratio.toFixed(2)} (at most ${LIMIT.toFixed(1)})`)
  if (ratio > LIMIT) process.exitCode = 1
})

/** CPU seconds so far of each process that draws pages, by its id. */
async function renderers(system: CDPSession): Promise<Map<number, number>> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo')
  return new Map(
    processInfo.flatMap(({ type, id, cpuTime }) => (type === 'renderer' ? [[id, cpuTime] as const] : [])),
  )
}

/** CPU seconds of the processes that were not there before: those of the page that was opened since. */
async function cpuBeyond(system: CDPSession, before: ReadonlySet<number>): Promise<number> {
  let seconds = 0
  for (const [id, cpu] of await renderers(system)) if (!before.has(id)) seconds += cpu
  return seconds
}
