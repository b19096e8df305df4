// A list with 10,000 bookings in its cache and 50 on the screen, in Chromium: one tick of the clock stays
// below a millisecond and touches only the cards whose text changes; mounting is compared with plain
// elements of the same DOM.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { ensureBrowser } from '../../../scripts/browser/ensure-browser.ts'
import { CHROMIUM_FLAGS } from '../../../scripts/browser/find-browser.ts'

const TICK_LIMIT_MS = 1
const MOUNT_LIMIT = 2

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('page.tsx', import.meta.url))],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  tsconfigRaw: {},
  write: false,
  define: { 'process.env.NODE_ENV': '"production"' },
})
const { path } = await ensureBrowser()
const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_FLAGS })
try {
  const page = await browser.newPage()
  await page.setContent('<!doctype html><body></body>')
  await page.addScriptTag({ type: 'module', content: outputFiles[0]?.text ?? '' })
  const handle = await page.waitForFunction(() => window.figures, undefined, { timeout: 120_000 })
  const figures = await handle.jsonValue()
  if (!figures) throw new Error('The page measured nothing.')
  const { tick, touched, expected, ours, plain } = figures
  const ratio = ours / plain
  console.log(`one tick: ${tick.toFixed(2)} ms (below ${TICK_LIMIT_MS})`)
  console.log(`cards touched in 24 ticks: ${touched}, cards whose text changed: ${expected}`)
  console.log(`mounting 50 cards: ours ${ours.toFixed(1)} ms, plain elements ${plain.toFixed(1)} ms`)
  console.log(`  ratio ${ratio.toFixed(2)} (at most ${MOUNT_LIMIT.toFixed(1)})`)
  if (tick >= TICK_LIMIT_MS || touched !== expected || ratio > MOUNT_LIMIT) process.exitCode = 1
} finally {
  await browser.close()
}
