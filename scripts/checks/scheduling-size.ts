// What booking loads when it is opened first: everything its `import()` brings that the page has not loaded
// already. A host's bundler keeps React Aria's words in the languages it names with React Aria's own plugin, set up
// as packages/react/README.md says; without the plugin it keeps all of them.
import { gzipSync } from 'node:zlib'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import { build, type Metafile, type Plugin } from 'esbuild'

const LIMIT_KB = 80

const one = await measure([optimizeLocales.esbuild({ locales: ['en-US'] })])
const shipped = await measure([optimizeLocales.esbuild({ locales: ['en-US', 'de-DE', 'ja-JP', 'ar-AE'] })])
const all = await measure([])
console.log(`booking when it opens: ${one.toFixed(1)} kB gzip with one language (limit ${LIMIT_KB})`)
console.log(`  with the four this package speaks: ${shipped.toFixed(1)} kB`)
console.log(`  with all of React Aria's, without its plugin: ${all.toFixed(1)} kB`)
if (one > LIMIT_KB) process.exit(1)
if (one >= all) throw new Error('The plugin left all languages in: look at its name and options.')

async function measure(plugins: Plugin[]): Promise<number> {
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: "export { MeetingsBookingModal, MyBookingsList, MeetingProvider } from '@meetings/react'",
      resolveDir: process.cwd(),
    },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    write: false,
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    // The built packages are measured, not the sources that the repository's paths point to.
    tsconfigRaw: {},
    logLevel: 'error',
    plugins,
  })
  const { outputs } = metafile
  const entry = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === '<stdin>')
  const screens = Object.keys(outputs).find((name) => /scheduling-screens/.test(name))
  if (!entry || !screens) throw new Error('The chunk of booking is missing: build the packages first.')
  const eager = new Set(loadedWith(entry, metafile))
  return (
    loadedWith(screens, metafile)
      .filter((name) => !eager.has(name))
      .map((name) => outputFiles.find(({ path }) => path.endsWith(name)))
      .reduce((sum, file) => sum + (file ? gzipSync(file.contents).length : 0), 0) / 1000
  )
}

/** A chunk and everything it imports before any `import()`. */
function loadedWith(chunk: string, { outputs }: Metafile): string[] {
  const queue = [chunk]
  for (const name of queue) {
    for (const { path, kind } of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement' && outputs[path] && !queue.includes(path)) queue.push(path)
    }
  }
  return queue
}
