// How long a fresh Node process takes to import each entry of the built package: against Twilio's whole library,
// and beside other libraries for scale (`zod` is what `@meetings/server` loads with its first request). Files are
// warm in the system's cache, as on a machine that starts one more process.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { median } from '../median.ts'

const ROUNDS = 15
const WHOLE = 'twilio'
const LIMITS: Record<string, number> = { '@meetings/server': 1 / 5, '@meetings/server/twilio': 1 / 2 }
const NAMES = [
  WHOLE,
  ...Object.keys(LIMITS),
  '@meetings/server/supabase',
  '@meetings/server/postgres',
  '@meetings/server/node',
  'zod',
  'hono',
  'better-auth',
]

const times = new Map<string, number[]>(NAMES.map((name) => [name, []]))
// The first round is for the system's cache.
for (let round = -1; round < ROUNDS; round++) {
  for (let turn = 0; turn < NAMES.length; turn++) {
    const name = NAMES[(turn + round + NAMES.length) % NAMES.length] ?? ''
    const ms = await importTime(name)
    if (round >= 0) times.get(name)?.push(ms)
  }
}

const whole = median(times.get(WHOLE) ?? [])
console.log(`import '${WHOLE}': ${whole.toFixed(0)} ms, median of ${ROUNDS}`)
for (const name of NAMES.slice(1)) {
  const own = times.get(name) ?? []
  // Compared round by round: what slows the machine down slows both down.
  const ratio = median(own.map((ms, round) => ms / (times.get(WHOLE)?.[round] ?? Number.NaN)))
  const limit = LIMITS[name]
  const atMost = limit === undefined ? '' : ` (below ${limit.toFixed(2)})`
  console.log(`import '${name}': ${median(own).toFixed(0)} ms, ratio ${ratio.toFixed(2)}${atMost}`)
  if (limit !== undefined && ratio >= limit) process.exitCode = 1
}

/** Milliseconds, measured inside a process of its own. */
async function importTime(name: string): Promise<number> {
  const code = `const start = performance.now(); await import('${name}'); console.log(performance.now() - start)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    // Where zod is found, too.
    cwd: 'packages/server',
  })
  return Number(stdout)
}
