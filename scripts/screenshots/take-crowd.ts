import { build } from 'esbuild'
import type { Page } from 'playwright'

const ADDRESS = 'http://localhost/crowd'
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' }

/** A call of nine, all painted: more than the demo has people for. */
export async function openCrowd(page: Page): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ['scripts/screenshots/crowd-page.tsx', 'packages/react/src/styles.css'],
    outdir: 'crowd',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx' } },
    conditions: ['development'],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  })
  await page.route(`${ADDRESS}/**`, (route) => {
    const kind = route.request().url().split('.').at(-1) ?? ''
    const file = outputFiles.find(({ path }) => path.endsWith(`.${kind}`))
    return file
      ? route.fulfill({ body: file.text, contentType: TYPES[kind] ?? 'text/plain' })
      : route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <link rel="stylesheet" href="/crowd/page.css"><script type="module" src="/crowd/page.js"></script>`,
        })
  })
  await page.goto(`${ADDRESS}/`)
  await page.getByRole('list', { name: 'People in the call' }).waitFor()
}
