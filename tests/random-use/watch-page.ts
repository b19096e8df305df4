import type { Page } from 'playwright'

/** What goes wrong in a page, while it happens. */
export interface PageWatch {
  /** Errors nobody caught, and what the console calls an error. */
  problems: string[]
  /** The same that are known to be no fault of the page's, counted by the reason. */
  excused: Map<string, number>
}

/** What may be said, and why. */
const EXCUSES: readonly (readonly [reason: string, words: RegExp])[] = [
  [
    'the browser notes requests that were refused or could not be made',
    /^Failed to load resource: (?!.*status of 5)/,
  ],
  ['the browser notes sockets that were cut or refused', /^WebSocket connection to .* failed/],
  // Whoever leaves while a connection is negotiated lets twilio-video reject a promise that nobody can reach.
  [
    'twilio-video rejects a promise of its own when a negotiation ends early',
    /TwilioError: Client is unable to (create or )?apply a (local|remote) media description/,
  ],
  ['twilio-video notes in its own log what the network did to it', /^\d{4}-\d\d-\d\dT[\d:.]+Z error +\[/],
]

export function watchPage(page: Page): PageWatch {
  const watch: PageWatch = { problems: [], excused: new Map() }

  function note(words: string): void {
    const excuse = EXCUSES.find(([, pattern]) => pattern.test(words))
    if (!excuse) watch.problems.push(words.slice(0, 2_000))
    else watch.excused.set(excuse[0], (watch.excused.get(excuse[0]) ?? 0) + 1)
  }

  page.on('pageerror', (error) => note(`uncaught: ${error.stack ?? String(error)}`))
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text())
  })
  page.on('crash', () => watch.problems.push('the page crashed'))
  return watch
}
