const HOUR_MS = 3_600_000

/**
 * When to ask for the next token: after 5/6 of its life, which is 50 minutes of an hour. A token whose
 * end is unknown is taken for one of an hour, the default of the server.
 *
 * @param issuedAt milliseconds since the epoch
 * @param expiresAt ISO 8601
 */
export function refreshDueAt(issuedAt: number, expiresAt?: string): number {
  const life = expiresAt === undefined ? HOUR_MS : Date.parse(expiresAt) - issuedAt
  return issuedAt + (life * 5) / 6
}
