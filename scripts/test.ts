// Everything: build, types, lint, sizes, unit, browser, stories, end to end. The last line has the totals.
import { readFile, rm } from 'node:fs/promises'
import { ensureBrowser } from './browser/ensure-browser.ts'
import { CHECKS } from './checks/checks.ts'
import { runCommand } from './run-command.ts'
import { Tally } from './tally.ts'

const REPORTS = 'test-results'

interface Counts {
  passed: number
  failed: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
}

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
  const counts = await countsOf<VitestReport>(report, (json) => ({
    passed: json.numPassedTests,
    // A file that could not even load has failed suites and no failed test.
    failed: json.numFailedTests || Math.min(json.numFailedTestSuites, 1),
  }))
  settle(name, code, counts)
}

async function endToEnd(): Promise<void> {
  const report = `${REPORTS}/end-to-end.json`
  const built = await runCommand('pnpm', ['run', '--silent', 'build:example'])
  tally.add('build of the example', built === 0)
  if (built !== 0) return
  const code = await runCommand('playwright', ['test'], { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } })
  const counts = await countsOf<PlaywrightReport>(report, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }))
  settle('end to end', code, counts)
}

/** A runner that failed without saying which test did still counts as one failure. */
function settle(name: string, code: number, counts: Counts): void {
  const failed = code !== 0 ? Math.max(counts.failed, 1) : counts.failed
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${counts.passed} passed, ${failed} failed`)
  tally.addMany(name, { passed: counts.passed, failed })
}

async function countsOf<Report>(report: string, read: (json: Report) => Counts): Promise<Counts> {
  try {
    return read(JSON.parse(await readFile(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 }
  }
}
