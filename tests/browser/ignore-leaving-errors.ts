/** A local (53400) or remote (53402) description that could not be applied. */
const NEGOTIATION_FAILED: readonly unknown[] = [53400, 53402]

/**
 * Somebody who leaves while a connection is being negotiated makes twilio-video reject a promise that nobody can
 * reach. Vitest would count it as an error of the run; this takes it out and reports every other one.
 */
export function ignoreLeavingErrors(): void {
  window.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    if (!NEGOTIATION_FAILED.includes(event.reason?.code)) reportError(event.reason)
  })
}
