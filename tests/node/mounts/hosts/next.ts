import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Mount } from '../mount.ts'
import { consumerFolder, ROOT } from './consumer-folder.ts'
import { startProgram } from './start-program.ts'

const run = promisify(execFile)

/** One catch-all route, really built and really started. */
export const inNext: Mount = {
  name: 'a catch-all route',
  closesAfterRefusal: true,
  cannot: {
    'refuses other methods itself': 'Next.js answers 405 for a method that the route does not export',
  },
  start: async () => {
    const { path, remove } = consumerFolder()
    const cwd = join(path, 'programs/next-app')
    const next = join(path, 'node_modules/next/dist/bin/next')
    const env = { MEETINGS_ROOT: ROOT, NEXT_TELEMETRY_DISABLED: '1' }
    try {
      await run(process.execPath, [next, 'build'], { cwd, env: { ...process.env, ...env } })
    } catch (error) {
      remove()
      throw error
    }
    const args = [next, 'start', '--port', '0', '--hostname', '127.0.0.1']
    return startProgram({
      command: process.execPath,
      args,
      cwd,
      env,
      port: /http:\/\/[\w.]+:(\d+)/,
      onEnd: remove,
    })
  },
}
