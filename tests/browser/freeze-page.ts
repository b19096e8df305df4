import type {} from '@vitest/browser-playwright'
import type { BrowserCommand } from 'vitest/node'

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Freezes the page that calls, as a browser does with a tab nobody has looked at for long, and thaws it. */
    freezePage(ms: number): Promise<void>
  }
}

/**
 * Runs beside the browser, because a frozen page cannot thaw itself. The debugger holds the page, as Chromium
 * freezes (`Page.setWebLifecycleState`) only pages that nobody sees, and headless pages are always seen, also behind
 * another tab and in a minimised window. Held, no script runs and no timer fires, while sockets fill up and servers
 * lose patience.
 */
export const freezePage: BrowserCommand<[ms: number]> = async ({ page, context }, ms) => {
  const devtools = await context.newCDPSession(page)
  await devtools.send('Debugger.enable')
  await devtools.send('Debugger.pause')
  await new Promise((resolve) => setTimeout(resolve, ms))
  await devtools.send('Debugger.resume')
  await devtools.send('Debugger.disable')
  await devtools.detach()
}
