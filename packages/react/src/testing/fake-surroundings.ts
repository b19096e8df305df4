import type { CallSurroundings } from '../page/call-surroundings.ts'

/** A page around a call that notes what a call does to it. */
export interface FakeSurroundings extends CallSurroundings {
  /** Whether the screen is kept awake now. */
  readonly isAwake: boolean
  /** The title of the tab as a call marks it; `null` while nothing is marked. */
  readonly markedTitle: string | null
  /** Whether leaving the page would be asked about. */
  readonly asks: boolean
  /** The body of the small window, while it is open. */
  readonly smallWindow: HTMLElement | null
  /** The person closes the small window by its own button. */
  closeWindow(): void
}

/** @param options.title of the page; @param options.hasWindows whether the browser knows small windows */
export function createFakeSurroundings(
  options: { title?: string; hasWindows?: boolean } = {},
): FakeSurroundings {
  const { title = 'Notes', hasWindows = false } = options
  const awake = new Set<object>()
  const asking = new Set<object>()
  const marks: { mark(title: string): string }[] = []
  let open: { body: HTMLElement; onClosed(): void } | null = null

  function hold(in_: Set<object>): () => void {
    const key = {}
    in_.add(key)
    return () => void in_.delete(key)
  }

  return {
    get isAwake() {
      return awake.size > 0
    },
    get markedTitle() {
      return marks.at(-1)?.mark(title) ?? null
    },
    get asks() {
      return asking.size > 0
    },
    get smallWindow() {
      return open?.body ?? null
    },
    keepAwake: () => hold(awake),
    askBeforeLeaving: () => hold(asking),
    markTab(mark) {
      const entry = { mark }
      marks.push(entry)
      return () => {
        if (marks.includes(entry)) marks.splice(marks.indexOf(entry), 1)
      }
    },
    canOpenWindow: () => hasWindows,
    async openWindow(_size, onClosed) {
      if (!hasWindows) return null
      const body = document.createElement('div')
      document.body.append(body)
      open = { body, onClosed }
      return {
        body,
        close() {
          body.remove()
          open = null
        },
      }
    },
    closeWindow() {
      const closed = open
      open = null
      closed?.body.remove()
      closed?.onClosed()
    },
  }
}
