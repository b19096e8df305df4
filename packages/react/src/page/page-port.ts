/** What happens to the page around the call. `browser-page.ts` listens to the window; tests call the listener. */
export interface PagePort {
  /** The answer stops listening. */
  listen(listener: PageListener): () => void
}

export interface PageListener {
  /** The page is going away (`pagehide`): there is time for one keep-alive request and nothing else. */
  onHide(): void
  /** The page is back as it was, from the browser's memory (`pageshow`), after it had gone away. */
  onReturn?(): void
  /** Timers may have slept: the page is visible, focused or online again. */
  onWake(): void
}
