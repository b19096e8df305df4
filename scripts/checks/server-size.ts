// What a process holds once it has imported `@meetings/server`. What is loaded later (zod and the schemas with the
// first request, booking, news of rooms, the OpenAPI description) is left out; what zod adds is told beside.
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

const LIMIT_KB = 15
const COUNTER = 'rate-limiter-flexible'
/** The part that loads zod. */
const SCHEMAS = /read-inputs/

const core = await kilobytes({ without: ['zod'] })
const coreWithoutCounter = await kilobytes({ without: ['zod', `${COUNTER}/*`] })
const withSchemas = await kilobytes({ without: ['zod'], follow: SCHEMAS })
const withZod = await kilobytes({ without: [], follow: SCHEMAS })

console.log(`core of @meetings/server: ${core.toFixed(1)} kB gzip (limit ${LIMIT_KB})`)
console.log(`  of it ${COUNTER}: ${(core - coreWithoutCounter).toFixed(1)} kB`)
console.log(`  besides, with the first request: zod, ${(withZod - withSchemas).toFixed(1)} kB`)
if (core > LIMIT_KB) process.exit(1)

async function kilobytes({ without, follow }: { without: string[]; follow?: RegExp }): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '@meetings/server'`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    // The package that counts requests is CommonJS.
    mainFields: ['module', 'main'],
    external: ['node:*', ...without],
    plugins: [leaveOutLazyParts(follow)],
    write: false,
    // The built package is measured, not the sources that the repository's paths point to.
    tsconfigRaw: {},
    logLevel: 'error',
  })
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0) / 1000
}

function leaveOutLazyParts(follow: RegExp | undefined): Plugin {
  return {
    name: 'leave out lazy parts',
    setup: ({ onResolve }) =>
      onResolve({ filter: /.*/ }, ({ kind, path }) =>
        kind === 'dynamic-import' && !follow?.test(path) ? { path, external: true } : undefined,
      ),
  }
}
