import type { MediaProblemKind } from './media-problem.ts'

/**
 * Tells apart why `getUserMedia` or `getDisplayMedia` failed. Browsers agree on the names of the errors
 * and on nothing else, so the words are only used where a name has several meanings.
 */
export function describeMediaError(error: unknown): MediaProblemKind {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      if (/dismissed/i.test(message)) return 'dismissed'
      return /system/i.test(message) ? 'blocked-by-system' : 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-device'
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use'
    case 'TypeError':
      // Pages without https have no mediaDevices to call.
      return 'insecure-page'
    default:
      return 'unknown'
  }
}
