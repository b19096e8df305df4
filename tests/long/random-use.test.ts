import { chromium } from 'playwright'
import { expect, it, onTestFinished } from 'vitest'
import { ensureBrowser } from '../../scripts/browser/ensure-browser.ts'
import { SHARING_FLAGS } from '../random-use/random-use-settings.ts'
import { openRunLog, readRunLog } from '../random-use/run-log.ts'
import { runRandomUse } from '../random-use/run-random-use.ts'

const { MEETINGS_SEED, MEETINGS_MINUTES, MEETINGS_REPLAY } = process.env
/** Another one each day, and the same one all day. */
const seed = Number(MEETINGS_SEED ?? new Date().toISOString().slice(0, 10).replaceAll('-', ''))
const forMs = Number(MEETINGS_MINUTES ?? 30) * 60_000

it(
  'three people who do whatever comes to their minds meet no error, see the same meeting, and leave nothing on',
  async () => {
    console.log(`MEETINGS_SEED=${seed}, ${forMs / 60_000} minutes`)
    const browser = await chromium.launch({
      executablePath: (await ensureBrowser()).path,
      args: SHARING_FLAGS,
    })
    onTestFinished(() => browser.close())
    const log = openRunLog(`test-results/random-use-${seed}.log`)
    const replay = MEETINGS_REPLAY === undefined ? undefined : readRunLog(MEETINGS_REPLAY)
    const report = await runRandomUse({ browser, seed, lasts: { ms: forMs }, log, replay })
    console.log(report)
    expect(report.steps).toBeGreaterThan(0)
  },
  forMs + 15 * 60_000,
)
