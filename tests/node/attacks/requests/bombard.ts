import { problemsOf } from './check-answer.ts'
import { createRandom } from './random.ts'
import { makeShot } from './shot.ts'
import type { Target } from './target.ts'

/** Far above what any answer takes here, stuck bodies included. */
const WATCHDOG_MS = 20_000
const AT_ONCE = 100
const REFILL_EVERY = 1_000

export interface Report {
  /** Every request that was not answered as it should be, with the number that repeats it. */
  problems: string[]
  /** How many answers had each status. */
  statuses: Record<string, number>
}

/** Fires the requests numbered `from` to `to - 1` of a seed, many at a time, and checks every answer. */
export async function bombard(
  targets: readonly Target[],
  seed: number,
  from: number,
  to: number,
): Promise<Report> {
  const report: Report = { problems: [], statuses: {} }
  for (let first = from; first < to; first += AT_ONCE) {
    if (first % REFILL_EVERY === 0) for (const target of targets) target.refill()
    const numbers = Array.from({ length: Math.min(AT_ONCE, to - first) }, (_, index) => first + index)
    await Promise.all(numbers.map((number) => fire(targets, seed, number, report)))
  }
  return report
}

async function fire(targets: readonly Target[], seed: number, number: number, report: Report): Promise<void> {
  const random = createRandom(seed * 1_000_003 + number)
  const target = random.pick(targets)
  const door = random.pick(target.doors)
  const { request, label } = makeShot(random, target)
  const note = (problem: string) => report.problems.push(`#${number} ${label} ${problem}`)
  const { method } = request
  let timer: ReturnType<typeof setTimeout> | undefined
  const watchdog = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), WATCHDOG_MS)
  })
  try {
    const response = await Promise.race([door(request), watchdog])
    if (response === null) return void note('is not answered')
    report.statuses[response.status] = (report.statuses[response.status] ?? 0) + 1
    for (const problem of await problemsOf(method, response)) note(problem)
  } catch (error) {
    note(`rejects with ${String(error)}`)
  } finally {
    clearTimeout(timer)
  }
}
