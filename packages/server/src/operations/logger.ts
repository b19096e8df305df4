/**
 * Where the server writes what its owner should see. The shape is pino's: the particulars first, then the
 * sentence. `error`: an answer of 500 and above. `warn`: something that looks like a mistake in the setup.
 * `debug`: one line per request. Never a token, a cookie or a body.
 */
export interface Logger {
  error(details: Record<string, unknown>, message: string): void
  warn(details: Record<string, unknown>, message: string): void
  debug?(details: Record<string, unknown>, message: string): void
}

/** Errors and warnings on the console; requests are not written. */
export const consoleLogger: Logger = {
  error: (details, message) => console.error(`[meetings] ${message}`, details),
  warn: (details, message) => console.warn(`[meetings] ${message}`, details),
}
