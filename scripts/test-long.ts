// What takes minutes: a million bookings, long races. Needs no build and no browser.
import { runCommand } from './run-command.ts'

process.exit(await runCommand('vitest', ['run', '--project', 'long']))
