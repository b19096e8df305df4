// Builds the packages and the example app, then runs it on the local stack until Ctrl-C.
import { spawn } from 'node:child_process'
import { readSettings } from '../examples/nextjs/local-stack/read-settings.ts'
import { runCommand } from './run-command.ts'

const EXAMPLE = 'examples/nextjs'

// Says at once what would stop the app later: a taken port, half of the keys.
await readSettings()

// What is still being built when Ctrl-C comes ends with us: it is in our process group.
const interrupted = () => process.exit(130)
process.on('SIGINT', interrupted)
process.on('SIGTERM', interrupted)

console.log('Building the packages and the example app ...')
await must('pnpm', ['run', '--silent', 'build'])
await must('pnpm', ['run', '--silent', 'build:example'])

process.off('SIGINT', interrupted)
process.off('SIGTERM', interrupted)
const app = spawn(process.execPath, ['local-stack/run.ts', 'next', 'start'], {
  cwd: EXAMPLE,
  stdio: ['ignore', 'inherit', 'inherit'],
})
// The terminal sends Ctrl-C to the whole group; a lone signal (from a supervisor) is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.kill(signal))
app.once('exit', (code) => process.exit(code ?? 0))

async function must(command: string, args: string[]): Promise<void> {
  const code = await runCommand(command, args)
  if (code === 0) return
  console.error(`"${command} ${args.join(' ')}" failed.`)
  process.exit(code)
}
