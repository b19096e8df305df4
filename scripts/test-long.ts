// What takes minutes: a million bookings, long races, networks that stay away. Needs no build.
import { ensureBrowser } from './browser/ensure-browser.ts'
import { runCommand } from './run-command.ts'
import { Tally } from './tally.ts'

const FAULTS = 'packages/react/src/provider/faults.browser.test.ts'

const tally = new Tally()
await ensureBrowser()
tally.add('long', (await runCommand('vitest', ['run', '--project', 'long'])) === 0)
const env = { MEETINGS_LONG: '1' }
tally.add('long faults', (await runCommand('vitest', ['run', '--project', 'browser', FAULTS], { env })) === 0)
tally.finish()
