import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { rollup } from 'rollup'

/** What nearly every app imports; its code is what a page loads before anybody joins. */
const EAGER_NAMES = ['MeetingProvider', 'ManagedVideoCall', 'MyBookingsList', 'useMeetingLauncher']

/** Every file begins with 'use client'; each is written again once, and in the middle of a file Next.js refuses it. */
const DIRECTIVES = /^\s*(?:(['"])use client\1;\s*)+/

/**
 * Puts the code that every page loads into one file. The build before this one makes a file for each set of parts that
 * share something, and 28 small files are a sixth larger over the wire than one: each is compressed alone.
 *
 * @param folder the built package
 * @param entries its files without `.js`, which keep their names
 */
export async function mergeEager(folder: string, entries: readonly string[]): Promise<void> {
  const eager = await eagerFiles(folder)
  const bundle = await rollup({
    input: Object.fromEntries(entries.map((name) => [name, join(folder, `${name}.js`)])),
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    plugins: [{ name: 'without-directives', transform: (code) => code.replace(DIRECTIVES, '') }],
    treeshake: false,
  })
  const { output } = await bundle.generate({
    format: 'es',
    banner: "'use client';",
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: (id) => (eager.has(id) ? 'eager' : undefined),
    onlyExplicitManualChunks: true,
    hoistTransitiveImports: false,
  })
  const old = [...bundle.watchFiles]
  await bundle.close()
  await Promise.all(old.map((file) => rm(file, { force: true })))
  for (const file of output)
    if (file.type === 'chunk') await writeFile(join(folder, file.fileName), file.code)
}

/** The files of which something is used by the eager names. */
async function eagerFiles(folder: string): Promise<ReadonlySet<string>> {
  const { metafile } = await build({
    stdin: { contents: `export { ${EAGER_NAMES.join(', ')} } from './index.js'`, resolveDir: folder },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    packages: 'external',
    logLevel: 'error',
  })
  const { outputs } = metafile
  const entry = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === '<stdin>')
  const names = entry === undefined ? [] : [entry]
  const files = new Set<string>()
  for (const name of names) {
    for (const input of Object.keys(outputs[name]?.inputs ?? {})) files.add(resolve(input))
    for (const { path, kind } of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement' && outputs[path] && !names.includes(path)) names.push(path)
    }
  }
  files.delete(join(folder, 'index.js'))
  return files
}
