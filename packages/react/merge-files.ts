import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { rollup } from 'rollup'

/** What nearly every app imports; its code is what a page loads before anybody joins. The same as in `eager-names.ts`. */
const EAGER_NAMES = ['MeetingProvider', 'ManagedVideoCall', 'MyBookingsList', 'useMeetingLauncher']

/** Loaded before the call screen, or without it: what they share with it must stay apart. */
const BESIDE_THE_CALL = ['index', 'testing', 'BookingsOfScope', 'create-browser-calls', 'scheduling-screens']

/** Every file begins with 'use client'; each is written again once, and in the middle of a file Next.js refuses it. */
const DIRECTIVES = /^\s*(?:(['"])use client\1;\s*)+/

/**
 * Puts the code that every page loads into one file, and that of the call screen into another. The build before this
 * makes a file for each set of parts that share something, and many small files are a sixth larger over the wire
 * than one: each is compressed alone.
 *
 * @param folder the built package
 * @param entries its files without `.js`, which keep their names
 */
export async function mergeFiles(folder: string, entries: readonly string[]): Promise<void> {
  const imports = new Map<string, readonly string[]>()
  const eager = await eagerFiles(folder)
  const bundle = await rollup({
    input: Object.fromEntries(entries.map((name) => [name, join(folder, `${name}.js`)])),
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    treeshake: false,
    plugins: [
      { name: 'without-directives', transform: (code) => code.replace(DIRECTIVES, '') },
      {
        name: 'imports',
        moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds),
      },
    ],
  })
  const named = (names: readonly string[]) =>
    names.flatMap((name) => {
      const found = [...imports.keys()].filter((id) => id.startsWith(join(folder, name)))
      if (found.length === 0) throw new Error(`The build has no file of "${name}". Was its module renamed?`)
      return found
    })
  const beside = reachedFrom(named(BESIDE_THE_CALL), imports)
  const ofCall = reachedFrom(named(['CallScreen']), imports)
  const { output } = await bundle.generate({
    format: 'es',
    banner: "'use client';",
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks(id) {
      if (eager.has(id)) return 'eager'
      return ofCall.has(id) && !beside.has(id) ? 'call' : undefined
    },
    onlyExplicitManualChunks: true,
    hoistTransitiveImports: false,
  })
  const old = [...bundle.watchFiles, join(folder, 'eager-names.js')]
  await bundle.close()
  await Promise.all(old.map((file) => rm(file, { force: true })))
  for (const file of output)
    if (file.type === 'chunk') await writeFile(join(folder, file.fileName), file.code)
}

/** Files and all they import before any `import()`. */
function reachedFrom(start: readonly string[], imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set(start)
  for (const id of reached) for (const next of imports.get(id) ?? []) if (imports.has(next)) reached.add(next)
  return reached
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
