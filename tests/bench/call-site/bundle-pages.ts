import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'

export interface Script {
  contents: Uint8Array
  isReact: boolean
  /** Reached from the call's own code, and not only from the list's. */
  isOfCall: boolean
}

/** The pages' scripts by path, as a bundler splits them for production. */
export async function bundlePages(): Promise<Map<string, Script>> {
  const { outputFiles, metafile } = await build({
    entryPoints: ['ours.tsx', 'bare.ts', 'peer.ts', 'react.ts'].map((name) =>
      fileURLToPath(new URL(name, import.meta.url)),
    ),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    // The built packages, not the sources that the repository's paths point to.
    tsconfigRaw: {},
    outdir: '/js',
    write: false,
    metafile: true,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const ofCall = reachedFrom(metafile, CALL_CODE)
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const name = Object.keys(metafile.outputs).find((output) =>
        path.endsWith(output.replace(/^(\.\.\/)+/, '/')),
      )
      const inputs = Object.keys((name && metafile.outputs[name]?.inputs) || {})
      const isReact = inputs.length > 0 && inputs.every((input) => REACT.test(input))
      return [path, { contents, isReact, isOfCall: name !== undefined && ofCall.has(name) }]
    }),
  )
}

const REACT = /node_modules\/(react|react-dom|scheduler)\//
const CALL_CODE = /CallScreen|create-browser-calls/
/** Asked for by what the call shares with the booking dialog, and only by that dialog. */
const BOOKING_CODE = /create-scheduling-client/

/** The outputs whose source matches, and all they import, now or later. */
function reachedFrom({ outputs }: Metafile, start: RegExp): Set<string> {
  const queue = Object.keys(outputs).filter((name) => start.test(outputs[name]?.entryPoint ?? ''))
  const reached = new Set(queue)
  for (const name of queue) {
    for (const { path } of outputs[name]?.imports ?? []) {
      if (!outputs[path] || reached.has(path) || BOOKING_CODE.test(path)) continue
      reached.add(path)
      queue.push(path)
    }
  }
  return reached
}
