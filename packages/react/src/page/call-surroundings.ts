/**
 * What a call does to the page and the computer around it. Each verb answers how to undo it; undoing twice
 * is harmless. `browser-surroundings.ts` does it for real.
 */
export interface CallSurroundings {
  /** Keeps the screen from going dark; taken again whenever the page comes back into sight. */
  keepAwake(): () => void
  /**
   * Lets the tab tell that a call is on: `mark` is laid over the page's title, also over those the page
   * gets meanwhile, and an icon of ours over its own. Undone, the page has the title it last gave itself.
   */
  markTab(mark: (title: string) => string): () => void
  /** The browser asks before the page is closed or left. */
  askBeforeLeaving(): () => void
  /** Whether there can be a small window above all others. */
  canOpenWindow(): boolean
  /**
   * Opens that window with the styles of the page; only from a press. `null`: the browser would not.
   *
   * @param onClosed whoever closed it; not called when it was closed by `close`
   */
  openWindow(size: { width: number; height: number }, onClosed: () => void): Promise<SmallWindow | null>
}

export interface SmallWindow {
  /** Where to render. */
  body: HTMLElement
  close(): void
}
