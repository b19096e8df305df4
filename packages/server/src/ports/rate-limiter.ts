/** One limit: so many requests in so many seconds, per key. */
export interface RateLimitRule {
  /** `meetings:launchVideo`: unique, good as a key prefix or a table name's part. */
  name: string
  points: number
  durationSeconds: number
}

/**
 * Counts requests. The shape is that of the package `rate-limiter-flexible`, so any of its limiters (Redis,
 * Valkey, Postgres, memory ...) fits as it is. Rejects with `{ msBeforeNext }` when the key has used up its
 * points; any other rejection means that nobody could count, and the request is let through and reported.
 */
export interface RateLimiter {
  consume(key: string): Promise<unknown>
}
