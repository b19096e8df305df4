// Everything: build, types, lint, sizes, unit, browser, stories, end to end. The last line has the totals.
import { rm } from 'node:fs/promises'
import { ensureBrowser } from './browser/ensure-browser.ts'
import { CHECKS } from './checks/checks.ts'
import { type Report, readPlaywrightReport, readVitestReport } from './reports.ts'
import { runCommand } from './run-command.ts'
import { Tally } from './tally.ts'

const REPORTS = 'test-results'

const tally = new Tally()
await rm(REPORTS, { recursive: true, force: true })
const browser = await ensureBrowser()
console.log(`Browser: ${browser.path} (${browser.from})`)

const built = await runCommand('pnpm', ['run', '--silent', 'build'])
tally.add('build', built === 0)
if (built !== 0) tally.finish()

for (const check of CHECKS) tally.add(check.name, (await check.run()) === 0)
// One after another: browsers share two cores with everything else.
await vitest('unit', ['node', 'dom'])
await vitest('browser', ['browser'])
await vitest('stories', ['storybook'])
await endToEnd()
tally.finish()

async function vitest(name: string, projects: string[]): Promise<void> {
  const report = `${REPORTS}/${name}.json`
  const code = await runCommand('vitest', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  settle(name, code, await readVitestReport(report))
}

async function endToEnd(): Promise<void> {
  const report = `${REPORTS}/end-to-end.json`
  const code = await runCommand('playwright', ['test'], { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } })
  settle('end to end', code, await readPlaywrightReport(report))
}

/** A runner that failed without saying which test did still counts as one failure. */
function settle(name: string, code: number, { passed, failed, failures }: Report): void {
  const counted = code !== 0 ? Math.max(failed, 1) : failed
  console.log(`${counted === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${counted} failed`)
  const isUnexplained = counted > 0 && failures.length === 0
  tally.addMany(
    name,
    { passed, failed: counted },
    isUnexplained ? [`${name}: no test failed, but the runner did. Look for "Unhandled" above.`] : failures,
  )
}
