import { expect, it } from 'vitest'
import { bombard } from './bombard.ts'
import { createTargets } from './target.ts'

it('answers 3,000 generated requests below 500, in time, in shape, repeating nothing', async () => {
  const { problems, statuses } = await bombard(createTargets(), 20261122, 0, 3_000)
  expect(problems).toEqual([])
  // They are not all refused at the first gate.
  for (const status of [200, 204, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429]) {
    expect(statuses[status], `answers with ${status}`).toBeGreaterThan(5)
  }
})
