import { OVERRUN_MS } from './after-the-end.ts'

/** The most Twilio accepts. */
export const MAX_TOKEN_TTL_SECONDS = 86_400

/**
 * Whole seconds a token may live: the configured time, but never past the meeting's end plus one hour.
 * Below 1 means that there is nothing left to give a token for.
 */
export function tokenLifetime(endTime: string, now: Date, configuredSeconds: number): number {
  const leftMs = Date.parse(endTime) + OVERRUN_MS - now.getTime()
  return Math.min(configuredSeconds, MAX_TOKEN_TTL_SECONDS, Math.floor(leftMs / 1000))
}
