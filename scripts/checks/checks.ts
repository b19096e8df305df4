import { runCommand } from '../run-command.ts'

export interface Check {
  name: string
  run(): Promise<number>
}

const TYPED = ['packages/contract', 'packages/server', 'packages/react', 'packages/twilio-emulator', '.']

/** Everything that is checked without running the product. The packages are built first. */
export const CHECKS: readonly Check[] = [
  ...TYPED.map((project) => command(`types of ${project}`, 'tsc', ['-p', project])),
  command('types of examples/nextjs', 'pnpm', ['--filter', 'example-nextjs', 'run', 'types']),
  command('format and lint', 'biome', ['ci', '--error-on-warnings']),
  command('unused files, exports and dependencies', 'knip', []),
  command('eager size', 'node', ['scripts/checks/eager-size.ts']),
  command('core size of the server', 'node', ['scripts/checks/server-size.ts']),
  command('size of booking', 'node', ['scripts/checks/scheduling-size.ts']),
  command('packed packages', 'node', ['scripts/checks/packed-packages.ts']),
]

function command(name: string, program: string, args: string[]): Check {
  return { name, run: () => runCommand(program, args) }
}
