// CPU of one answer to "what can be booked?": one host, grouped by the viewer's days. Ours against the same loop
// with luxon, then the curve over days and over busy ranges.
import { isDeepStrictEqual } from 'node:util'
import { groupByDay } from '../../../packages/server/src/availability/group-by-day.ts'
import { openSlots } from '../../../packages/server/src/availability/open-slots.ts'
import { type Contender, compareCpu } from '../measure-cpu.ts'
import { type Question, question } from './week.ts'
import { availabilityWithLuxon } from './with-luxon.ts'

const MILLISECONDS_LIMIT = 10
const LUXON_LIMIT = 1 / 5
/** What twice as much may cost. */
const DOUBLING_LIMIT = 2.5

const DAYS = [15, 30, 60, 120]
const BUSY_RANGES = [0, 250, 500, 1000, 2000]

const ours = ({ input, range }: Question) => groupByDay(openSlots(input), range)

const firstCall = process.cpuUsage()
ours(question(60, 500))
const { user, system } = process.cpuUsage(firstCall)

await againstLuxon()
console.log(
  `  the first call of the process, which loads the zones: ${((user + system) / 1000).toFixed(1)} ms CPU`,
)
await curve('days, 500 busy ranges', DAYS, (days) => question(days, 500))
await curve('busy ranges, 60 days', BUSY_RANGES, (busyRanges) => question(60, busyRanges))

async function againstLuxon(): Promise<void> {
  const asked = question(60, 500)
  if (!isDeepStrictEqual(ours(asked), availabilityWithLuxon(asked))) {
    throw new Error('The benchmark is wrong: the two sides find different slots.')
  }
  const found = openSlots(asked.input).length
  const { timings, ratio } = await compareCpu(
    [
      { name: 'ours', prepare: () => asked, run: ours } satisfies Contender<Question>,
      { name: 'luxon', prepare: () => asked, run: availabilityWithLuxon } satisfies Contender<Question>,
    ],
    { rounds: 15, callsPerRound: 50 },
  )
  const milliseconds = (timings.get('ours')?.cpu ?? Number.NaN) / 1000
  const luxon = (timings.get('luxon')?.cpu ?? Number.NaN) / 1000
  const { cpu } = ratio('ours', 'luxon')
  console.log(`60 days, 500 busy ranges, ${found} slots, grouped by the viewer's day`)
  console.log(
    `  ours ${milliseconds.toFixed(2)} ms CPU (at most ${MILLISECONDS_LIMIT}); luxon ${luxon.toFixed(2)} ms CPU`,
  )
  console.log(`  ratio ${cpu.toFixed(3)} CPU (at most ${LUXON_LIMIT})`)
  if (!(milliseconds <= MILLISECONDS_LIMIT && cpu <= LUXON_LIMIT)) process.exitCode = 1
}

async function curve(
  title: string,
  sizes: readonly number[],
  ask: (size: number) => Question,
): Promise<void> {
  const contenders = sizes.map((size): Contender<Question> => {
    const asked = ask(size)
    return { name: String(size), prepare: () => asked, run: ours }
  })
  const { timings, ratio } = await compareCpu(contenders, { rounds: 15, callsPerRound: 100 })
  console.log(`Over ${title}`)
  for (const [index, size] of sizes.entries()) {
    const milliseconds = (timings.get(String(size))?.cpu ?? Number.NaN) / 1000
    const before = sizes[index - 1]
    const growth = before === undefined ? null : ratio(String(size), String(before)).cpu
    const compared = growth === null ? '' : `, ${growth.toFixed(2)} times ${before}`
    console.log(`  ${String(size).padStart(4)}: ${milliseconds.toFixed(3)} ms CPU${compared}`)
    if (growth !== null && before !== 0 && !(growth <= DOUBLING_LIMIT)) process.exitCode = 1
  }
}
