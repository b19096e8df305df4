import type { Logger } from './logger.ts'

/** Runs what only watches the server. It must not break it: neither by throwing, nor by a promise that fails later. */
export function quietly(run: () => unknown): void {
  try {
    const result = run()
    // Where a type says void, an async function fits too; unhandled, its failure would end the process.
    if (result instanceof Promise) result.catch(() => {})
  } catch {
    // Nowhere left to report to.
  }
}

/** The same logger, whose failures harm nobody. */
export function quietLogger(logger: Logger): Logger {
  return {
    error: (details, message) => quietly(() => logger.error(details, message)),
    warn: (details, message) => quietly(() => logger.warn(details, message)),
    ...(logger.debug && { debug: (details, message) => quietly(() => logger.debug?.(details, message)) }),
  }
}
