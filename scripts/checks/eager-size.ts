// What a page loads before anybody joins: bundles the four names most apps import, React left out.
import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'

const LIMIT_KB = 25
const NAMES = ['MeetingProvider', 'ManagedVideoCall', 'MyBookingsList', 'useMeetingLauncher']
const FORBIDDEN = [/node_modules\/twilio-video/, /node_modules\/zod/, /CallScreen/]

const { metafile, outputFiles } = await build({
  stdin: { contents: `export { ${NAMES.join(', ')} } from '@meetings/react'`, resolveDir: process.cwd() },
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
})

const eager = eagerChunks(metafile)
const bytes = outputFiles
  .filter((file) => eager.some((name) => file.path.endsWith(name)))
  .reduce((sum, file) => sum + gzipSync(file.contents).length, 0)
const inputs = eager.flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {}))
const unwanted = inputs.filter((input) => FORBIDDEN.some((pattern) => pattern.test(input)))

const kilobytes = bytes / 1000
console.log(`eager JavaScript of ${NAMES.join(', ')}: ${kilobytes.toFixed(1)} kB gzip (limit ${LIMIT_KB})`)
if (unwanted.length > 0) console.error(`loaded too early: ${unwanted.join(', ')}`)
if (kilobytes > LIMIT_KB || unwanted.length > 0) process.exit(1)

/** The entry and everything it imports before any `import()`. */
function eagerChunks({ outputs }: Metafile): string[] {
  const entry = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === '<stdin>')
  const seen = new Set<string>()
  const queue = entry ? [entry] : []
  for (const name of queue) {
    if (seen.has(name)) continue
    seen.add(name)
    for (const { path, kind } of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement' && outputs[path]) queue.push(path)
    }
  }
  return [...seen]
}
