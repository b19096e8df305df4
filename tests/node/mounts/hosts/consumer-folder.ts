import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

/** A folder with the programs of the mounts, which finds the built package in its own `node_modules`. */
export interface ConsumerFolder {
  path: string
  remove(): void
}

/** Lies in the repository because Next.js follows no link out of its root. */
export function consumerFolder(): ConsumerFolder {
  if (!existsSync(join(ROOT, 'packages/server/dist/index.js'))) {
    throw new Error('@meetings/server is not built yet. Run: npx -y pnpm@12 build')
  }
  const path = mkdtempSync(join(ROOT, 'tests/node/.mounted-'))
  for (const part of ['subject', 'programs']) {
    cpSync(fileURLToPath(new URL(`../${part}`, import.meta.url)), join(path, part), { recursive: true })
  }
  writeFileSync(join(path, 'package.json'), '{ "type": "module", "private": true }')
  // Bun would follow the paths of the repository's own to the sources.
  writeFileSync(join(path, 'tsconfig.json'), '{}')
  const next = createRequire(join(ROOT, 'examples/nextjs/package.json'))
  link(join(ROOT, 'packages/server'), '@meetings/server')
  for (const name of ['next', 'react', 'react-dom']) link(dirname(next.resolve(`${name}/package.json`)), name)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }

  function link(target: string, name: string): void {
    const place = join(path, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(target, place, 'junction')
  }
}
