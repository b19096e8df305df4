// What a change of one person costs in a call of 5, 20 and 50, and how often React commits in a lively call of 20.
import { withBenchPage } from '../with-bench-page.ts'

/** The same work whoever else is there. */
const GROWTH_LIMIT = 1.5
/** No change is committed more than once. */
const COMMITS_LIMIT = 1.05

// React tells its developer tools of each commit, in production too.
const COUNT_COMMITS = `window.commits = 0
window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
  supportsFiber: true,
  inject: () => 1,
  onCommitFiberRoot: () => { window.commits += 1 },
  onCommitFiberUnmount() {},
  onPostCommitFiberRoot() {},
}`
const OPTIONS = { viewport: { width: 1920, height: 1080 }, banner: COUNT_COMMITS }

await withBenchPage(new URL('page.tsx', import.meta.url), OPTIONS, async (page) => {
  const handle = await page.waitForFunction(() => window.callFigures, undefined, { timeout: 120_000 })
  const figures = await handle.jsonValue()
  if (!figures) throw new Error('The page measured nothing.')
  const { perChange, commitsPerSecond, changesPerSecond } = figures
  for (const [others, ms] of Object.entries(perChange)) {
    console.log(`a change of one among ${Number(others) + 1}: ${ms.toFixed(2)} ms of scripting`)
  }
  const growth = (perChange[49] ?? Number.NaN) / (perChange[4] ?? Number.NaN)
  console.log(`  among 50 against among 5: ratio ${growth.toFixed(2)} (at most ${GROWTH_LIMIT})`)
  const commits = commitsPerSecond / changesPerSecond
  console.log(
    `a lively call of 20: ${changesPerSecond.toFixed(0)} changes and ${commitsPerSecond.toFixed(0)} commits a second`,
  )
  console.log(`  commits per change: ${commits.toFixed(2)} (at most ${COMMITS_LIMIT})`)
  if (!(growth <= GROWTH_LIMIT) || !(commits <= COMMITS_LIMIT)) process.exitCode = 1
})
