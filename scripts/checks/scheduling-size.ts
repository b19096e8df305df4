// What booking loads when it is opened first: everything its `import()` brings that the page has not loaded
// already. React Aria's words are counted in one language, as a host's bundler keeps them with React Aria's
// locale plugin, and in all of them.
import { gzipSync } from 'node:zlib'
import { build, type Metafile, type Plugin } from 'esbuild'

const LIMIT_KB = 80

/** Leaves the words of one language. */
const oneLanguage: Plugin = {
  name: 'one-language',
  setup(bundler) {
    bundler.onLoad({ filter: /\/intl\/[^/]+\/[a-z]{2}-[A-Z]{2}\.mjs$/ }, ({ path }) =>
      path.endsWith('en-US.mjs') ? undefined : { contents: 'export default {}', loader: 'js' },
    )
  },
}

const one = await measure([oneLanguage])
const all = await measure([])
console.log(
  `booking when it opens: ${one.toFixed(1)} kB gzip with one language, ${all.toFixed(1)} with all (limit ${LIMIT_KB})`,
)
if (one > LIMIT_KB) process.exit(1)

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
