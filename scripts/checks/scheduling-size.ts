// What booking loads when it is opened first: everything its `import()` brings that the page has not loaded
// already, in a production build of Vite. A host keeps React Aria's words in the languages it names with React
// Aria's own plugin, set up as packages/react/README.md says; without the plugin it gets all thirty-four.
import { gzipSync } from 'node:zlib'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import { build, type PluginOption, type Rolldown } from 'vite'

const LIMIT_KB = 80
const ENTRY = 'virtual:host'
const HOST = `export { MeetingsBookingModal, MyBookingsList, MeetingProvider } from '@meetings/react'`

const one = await measure(['en-US'])
const shipped = await measure(['en-US', 'de-DE', 'ja-JP', 'ar-AE'])
const all = await measure()
console.log(`booking when it opens: ${one.toFixed(1)} kB gzip with one language (limit ${LIMIT_KB})`)
console.log(`  with the four this package speaks: ${shipped.toFixed(1)} kB`)
console.log(`  with all of React Aria's, without its plugin: ${all.toFixed(1)} kB`)
if (one >= all) throw new Error("React Aria's locale plugin took nothing away: look at how it is set up.")
if (one > LIMIT_KB) process.exit(1)

async function measure(locales?: string[]): Promise<number> {
  const plugins: PluginOption[] = [hostApp()]
  if (locales) plugins.push(optimizeLocales.vite({ locales }))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: ENTRY,
        external: ['react', 'react-dom', 'react/jsx-runtime'],
        preserveEntrySignatures: 'strict',
      },
    },
  })
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry)
  const screens = [...chunks.values()].find(({ fileName }) => /scheduling-screens/.test(fileName))
  if (!entry || !screens) throw new Error('The chunk of booking is missing: build the packages first.')
  const eager = new Set(loadedWith(entry.fileName, chunks))
  return (
    loadedWith(screens.fileName, chunks)
      .filter((name) => !eager.has(name))
      .reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '').length, 0) / 1000
  )
}

/** An app that consists of one import of the built package. */
function hostApp(): PluginOption {
  return {
    name: 'host-app',
    resolveId: (id) => (id === ENTRY ? `${process.cwd()}/host.js` : null),
    load: (id) => (id === `${process.cwd()}/host.js` ? HOST : null),
  }
}

/** A chunk and everything it imports before any `import()`. */
function loadedWith(chunk: string, chunks: ReadonlyMap<string, Rolldown.OutputChunk>): string[] {
  const queue = [chunk]
  for (const name of queue) {
    for (const imported of chunks.get(name)?.imports ?? []) {
      if (chunks.has(imported) && !queue.includes(imported)) queue.push(imported)
    }
  }
  return queue
}
