// Builds the packages, then runs every check that needs no browser and no server.
import { CHECKS } from './checks/checks.ts'
import { runCommand } from './run-command.ts'
import { Tally } from './tally.ts'

const tally = new Tally()
const built = await runCommand('pnpm', ['run', '--silent', 'build'])
tally.add('build', built === 0)
if (built === 0) for (const check of CHECKS) tally.add(check.name, (await check.run()) === 0)
tally.finish()
