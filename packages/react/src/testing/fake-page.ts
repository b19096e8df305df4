import type { PageListener, PagePort } from '../page/page-port.ts'

/** A page that closes and wakes when told to. */
export interface FakePage extends PagePort {
  /** The page is being closed. */
  hide(): void
  /** The page is back as it was, after it had gone away. */
  comeBack(): void
  /** The page is in front or online again. */
  wake(): void
  /** How many calls and holds are listening: 0 while none is open. */
  readonly listening: number
}

export function createFakePage(): FakePage {
  const listeners = new Set<PageListener>()
  return {
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    hide() {
      for (const listener of [...listeners]) listener.onHide()
    },
    comeBack() {
      for (const listener of [...listeners]) listener.onReturn?.()
    },
    wake() {
      for (const listener of [...listeners]) listener.onWake()
    },
    get listening() {
      return listeners.size
    },
  }
}
