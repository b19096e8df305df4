// Packs both packages as npm would get them and asks publint and attw what they think.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../run-command.ts'

const folder = await mkdtemp(join(tmpdir(), 'meetings-packed-'))
let failed = false
try {
  for (const name of ['react', 'server']) {
    const packed = await runCommand('pnpm', ['pack', '--pack-destination', folder], {
      cwd: `packages/${name}`,
    })
    failed ||= packed !== 0
  }
  for (const file of await readdir(folder)) {
    const tarball = join(folder, file)
    const lint = await runCommand('publint', ['run', tarball, '--strict'])
    // Both packages are ESM only; a stylesheet has no types to resolve.
    const types = await runCommand('attw', [
      tarball,
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      'styles.css',
      'styles.unlayered.css',
    ])
    failed ||= lint !== 0 || types !== 0
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
