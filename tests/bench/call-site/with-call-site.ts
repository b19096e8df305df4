import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { ensureBrowser } from '../../../scripts/browser/ensure-browser.ts'
import { CHROMIUM_FLAGS } from '../../../scripts/browser/find-browser.ts'
import { type BenchSite, serveBenchSite } from './serve.ts'

/** The call of the package, or the script most tutorials show. */
export type Kind = 'ours' | 'bare'

export interface CallSite {
  site: BenchSite
  browser: Browser
  /** A page of its own context, before the click. */
  open(kind: Kind): Promise<{ page: Page; context: BrowserContext }>
}

/** A hand takes its time between reaching a button and pressing it. */
const HAND_MS = 150

/** Runs `bench` with a site and somebody who waits in the room, and takes everything down after it. */
export async function withCallSite(bench: (callSite: CallSite) => Promise<void>): Promise<void> {
  const site = await serveBenchSite()
  const { path } = await ensureBrowser()
  const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_FLAGS })
  try {
    const peer = await browser.newPage()
    await peer.goto(`${site.url}/peer`)
    await peer.waitForFunction(() => document.title === 'peer is in')
    await bench({
      site,
      browser,
      async open(kind) {
        const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
        const page = await context.newPage()
        await page.goto(`${site.url}/${kind}`)
        return { page, context }
      },
    })
  } finally {
    await browser.close()
    await site.close()
  }
}

/** Presses Join as a hand does. Resolves to the milliseconds from the press to the first remote frame. */
export async function join(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: 'Join Video Call' })
  await button.hover()
  await page.waitForTimeout(HAND_MS)
  await button.click()
  const handle = await page.waitForFunction(() => window.firstFrame, undefined, { timeout: 30_000 })
  return (await handle.jsonValue()) as number
}
