import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export interface SiteFile {
  type: string
  contents: Uint8Array
}

/**
 * The page and what it loads later, by path. From the sources and for development, because React then says on
 * the console what it holds to be wrong.
 */
export async function bundlePage(): Promise<ReadonlyMap<string, SiteFile>> {
  const { outputFiles } = await build({
    entryPoints: {
      page: fileURLToPath(new URL('page.tsx', import.meta.url)),
      styles: fileURLToPath(new URL('../../packages/react/src/styles.css', import.meta.url)),
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    outdir: '/js',
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
  })
  return new Map(
    outputFiles.map(({ path, contents }) => [
      path,
      { type: path.endsWith('.css') ? 'text/css' : 'text/javascript', contents },
    ]),
  )
}
