import type { CallSurroundings } from './call-surroundings.ts'
import { keepAwake } from './keep-awake.ts'
import { markTab } from './mark-tab.ts'
import { canOpenSmallWindow, openSmallWindow } from './small-window.ts'

/** The real page around a call. What a browser cannot do is left out quietly: no call depends on it. */
export function browserSurroundings(getWindow: () => Window): CallSurroundings {
  return {
    keepAwake: () => keepAwake(getWindow()),
    markTab: (mark) => markTab(getWindow().document, mark),
    askBeforeLeaving() {
      const window = getWindow()
      const ask = (event: BeforeUnloadEvent) => {
        event.preventDefault()
        // Older browsers ask only when this is set.
        event.returnValue = ''
      }
      window.addEventListener('beforeunload', ask)
      return () => window.removeEventListener('beforeunload', ask)
    },
    canOpenWindow: () => canOpenSmallWindow(getWindow()),
    openWindow: (size, onClosed) => openSmallWindow(getWindow(), size, onClosed),
  }
}
