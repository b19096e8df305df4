/** How a port is called. */
export interface CallOptions {
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal
}
