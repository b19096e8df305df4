/** Time as an argument: the browser's timers and clock, or a test's. Milliseconds since the epoch. */
export interface Clock {
  now(): number
  /** Runs `task` once after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void
}

/** A clock corrected by the server's answers, so that a wrong computer clock does not move a countdown. */
export interface MeetingClock extends Clock {
  /** Takes over a `serverTime` (ISO 8601) that was asked for at `askedAt` and answered now. */
  sync(serverTime: string, askedAt: number): void
}
