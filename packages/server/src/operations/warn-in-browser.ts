import type { Logger } from './logger.ts'

/** A browser bundle that holds this code holds its secrets too. */
export function warnInBrowser(logger: Logger): void {
  if (typeof window === 'undefined' || typeof document === 'undefined') return
  logger.warn(
    {},
    '@meetings/server is running in a browser. It works with secret keys: import it on the server only.',
  )
}
