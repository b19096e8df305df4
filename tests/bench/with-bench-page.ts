import { build } from 'esbuild'
import { chromium, type Page } from 'playwright'
import { ensureBrowser } from '../../scripts/browser/ensure-browser.ts'
import { CHROMIUM_FLAGS } from '../../scripts/browser/find-browser.ts'

export interface BenchPageOptions {
  viewport?: { width: number; height: number }
  /** Runs before the script. */
  banner?: string
}

/**
 * Runs `measure` with a page of Chromium in which a script runs as a bundler makes it for production.
 *
 * @param script its source
 */
export async function withBenchPage(
  script: URL,
  { viewport, banner = '' }: BenchPageOptions,
  measure: (page: Page) => Promise<void>,
): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [script.pathname],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    // The built packages, not the sources that the repository's paths point to.
    tsconfigRaw: {},
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: banner },
    logLevel: 'error',
  })
  const { path } = await ensureBrowser()
  const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage(viewport ? { viewport } : {})
    page.on('pageerror', (error) => console.error(error))
    await page.setContent('<!doctype html><body></body>')
    await page.addScriptTag({ type: 'module', content: outputFiles[0]?.text ?? '' })
    await measure(page)
  } finally {
    await browser.close()
  }
}
