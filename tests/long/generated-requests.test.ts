import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { bombard } from '../node/attacks/requests/bombard.ts'
import { createTargets } from '../node/attacks/requests/target.ts'

const REQUESTS = 100_000
const WARM_UP = 10_000
const MEGABYTE = 2 ** 20

it('answers 100,000 generated requests below 500, in time, in shape, and keeps nothing of them', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const heap = async () => {
    // What was aborted or refused lets go a turn of the event loop later.
    await new Promise((resolve) => setTimeout(resolve, 100))
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  const targets = createTargets()

  const first = await bombard(targets, 1, 0, WARM_UP)
  const before = await heap()
  const rest = await bombard(targets, 1, WARM_UP, REQUESTS)
  const grown = (await heap()) - before

  expect([...first.problems, ...rest.problems].slice(0, 50)).toEqual([])
  const perStatus = JSON.stringify(rest.statuses)
  console.log(`Answers: ${perStatus}. The heap grew by ${(grown / MEGABYTE).toFixed(1)} MB.`)
  expect(grown).toBeLessThan(8 * MEGABYTE)
}, 300_000)
