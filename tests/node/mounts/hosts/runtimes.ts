import { join } from 'node:path'
import { build } from 'esbuild'
import type { Mount } from '../mount.ts'
import { consumerFolder } from './consumer-folder.ts'
import { startProgram } from './start-program.ts'

const REJECT = 'answers in our shape when a function around meetings.fetch fails'
const NO_ADAPTER = 'there is no adapter; meetings.fetch itself never fails'
const REASON = 'keeps the reason'
const LISTENING = /listening on (\d+)/

export const inBun: Mount = {
  name: 'Bun.serve',
  start: async () => {
    const { path: cwd, remove } = consumerFolder()
    return startProgram({ command: 'bun', args: ['programs/bun.ts'], cwd, port: LISTENING, onEnd: remove })
  },
  cannot: { [REJECT]: NO_ADAPTER, [REASON]: 'Bun.serve sends the reason of the status' },
}

export const inDeno: Mount = {
  name: 'Deno.serve',
  start: async () => {
    const { path: cwd, remove } = consumerFolder()
    const args = ['run', '--allow-all', '--no-lock', '--node-modules-dir=manual', 'programs/deno.ts']
    return startProgram({ command: 'deno', args, cwd, port: LISTENING, onEnd: remove })
  },
  cannot: { [REJECT]: NO_ADAPTER, [REASON]: 'Deno.serve sends the reason of the status' },
}

/** Cloudflare's runtime, with a bundle as its tool makes one, and without compatibility flags. */
export const inWorkerd: Mount = {
  name: 'a module worker',
  start: async () => {
    const { path, remove } = consumerFolder()
    const cwd = join(path, 'programs')
    await build({
      entryPoints: [join(cwd, 'worker.ts')],
      outfile: join(cwd, 'worker.js'),
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      conditions: ['workerd', 'worker', 'import'],
      mainFields: ['module', 'main'],
      tsconfigRaw: {},
    })
    const args = ['serve', 'worker.capnp', '--control-fd=1']
    return startProgram({ command: 'workerd', args, cwd, port: /"port":(\d+)/, onEnd: remove })
  },
  closesAfterRefusal: true,
  cannot: {
    [REJECT]: NO_ADAPTER,
    'tells by the signal that the caller hung up':
      'workerd stops the whole request then, and tells it nothing',
  },
}
