import { expect, test } from '@playwright/test'
import { openRunLog } from '../random-use/run-log.ts'
import { runRandomUse } from '../random-use/run-random-use.ts'

/** `pnpm test:long` has other seeds, and half an hour. */
const SEED = 3
const STEPS = 40

test('three people who do whatever comes to their minds meet no error and leave nothing on', async ({
  browser,
}) => {
  const log = openRunLog(`test-results/random-use-${SEED}-short.log`)
  const report = await runRandomUse({ browser, seed: SEED, lasts: { steps: STEPS }, log })
  console.log(report)
  expect(report.steps).toBe(STEPS)
})
