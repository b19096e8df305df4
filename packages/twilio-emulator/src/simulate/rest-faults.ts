/**
 * How a REST call goes wrong: refused with a status, never answered (`silence`), or cut off (`cut`).
 * `body` replaces Twilio's error shape, as a proxy's page of HTML does.
 */
export type RestFault =
  | 'silence'
  | 'cut'
  | { status: number; code?: number; retryAfterSeconds?: number; body?: string }

/** The faults that the next REST calls meet, in this order, one call each. */
export class RestFaults {
  readonly #waiting: RestFault[] = []

  add(faults: readonly RestFault[]): void {
    this.#waiting.push(...faults)
  }

  /** The fault that this call meets, which is then used up; null when it goes well. */
  next(): RestFault | null {
    return this.#waiting.shift() ?? null
  }

  clear(): void {
    this.#waiting.length = 0
  }
}
