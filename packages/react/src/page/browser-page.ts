import type { PagePort } from './page-port.ts'

/** The window's own events. `pagehide` and not `beforeunload`: phones never fire the latter. */
export function browserPage(getWindow: () => Window): PagePort {
  return {
    listen({ onHide, onReturn, onWake }) {
      const stop = new AbortController()
      const { signal } = stop
      const window = getWindow()
      const { document } = window
      window.addEventListener('pagehide', onHide, { signal })
      window.addEventListener('pageshow', ({ persisted }) => persisted && onReturn?.(), { signal })
      window.addEventListener('focus', onWake, { signal })
      window.addEventListener('online', onWake, { signal })
      document.addEventListener(
        'visibilitychange',
        () => {
          if (document.visibilityState === 'visible') onWake()
        },
        { signal },
      )
      return () => stop.abort()
    },
  }
}
