import { MINUTE_MS } from '@meetings/contract'

/**
 * How long a call may run on after its scheduled end. Tokens never outlive it, and a meeting that is still
 * `in_progress` after it was forgotten.
 */
export const OVERRUN_MS = 60 * MINUTE_MS

/** Meetings that ended at or before this instant have no overrun left. */
export function forgottenBy(now: Date): Date {
  return new Date(now.getTime() - OVERRUN_MS)
}
