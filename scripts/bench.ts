// Builds the packages and runs every benchmark: each compares side by side in one run and prints ratios.
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { runCommand } from './run-command.ts'
import { Tally } from './tally.ts'

const BENCHES = 'tests/bench'

const tally = new Tally()
const built = await runCommand('pnpm', ['run', '--silent', 'build'])
tally.add('build', built === 0)
if (built !== 0) tally.finish()

for (const entry of await readdir(BENCHES, { withFileTypes: true })) {
  const run = `${BENCHES}/${entry.name}/run.ts`
  if (!existsSync(run)) continue
  console.log(`\n${entry.name}`)
  tally.add(entry.name, (await runCommand('node', [run])) === 0)
}
tally.finish()
