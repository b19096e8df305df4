/** How the open call is shown: over the whole page or as a small tile, with what beside it. */
export interface CallView {
  isMinimised: boolean
  /** The corner of the tile, in the page's own direction: `end` is right in English and left in Arabic. */
  corner: CallCorner
  /** What is open beside the stage. It stays open behind a minimised call. */
  panel: CallPanel | null
}

export type CallPanel = 'chat' | 'people' | 'settings' | 'statistics'

export type CallCorner = 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end'

/** How a person has placed the call on their screen. It concerns nobody else, so the session knows nothing of it. */
export interface CallViewStore {
  get(): CallView
  subscribe(listener: () => void): () => void
  set(change: Partial<CallView>): void
}

export function createCallView(): CallViewStore {
  const listeners = new Set<() => void>()
  let view: CallView = { isMinimised: false, corner: 'bottom-end', panel: null }
  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    set(change) {
      view = { ...view, ...change }
      for (const listener of [...listeners]) listener()
    },
  }
}
