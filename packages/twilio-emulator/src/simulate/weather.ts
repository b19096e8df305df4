import { createHash } from 'node:crypto'
import type { Cancel, Timers } from '../clock/timers.ts'

/** Whom a refusal is for, and how often it is met. */
export interface Refusal {
  code: number
  identity: string | null
  times: number
}

/** What goes wrong between clients and the signalling, as long as it lasts. Everything is by identity. */
export class Weather {
  readonly #timers: Timers
  readonly #away = new Map<string, Cancel>()
  readonly #delays = new Map<string | null, number>()
  readonly #used = new Map<string, Set<string>>()
  readonly #expired = new Set<string>()
  #refusals: Refusal[] = []
  #busy: number[] = []
  #outage: Cancel | null = null

  constructor(timers: Timers) {
    this.#timers = timers
  }

  /** Nobody gets a connection. */
  get isDown(): boolean {
    return this.#outage !== null
  }

  startOutage(forMs: number): void {
    this.endOutage()
    this.#outage = this.#later(forMs, () => this.endOutage())
  }

  endOutage(): void {
    this.#outage?.()
    this.#outage = null
  }

  isAway(identity: string): boolean {
    return this.#away.has(identity)
  }

  /** Keeps a person out until `comeBack`, or until the time is over. */
  keepAway(identity: string, forMs: number): void {
    this.comeBack(identity)
    if (forMs > 0)
      this.#away.set(
        identity,
        this.#later(forMs, () => void this.#away.delete(identity)),
      )
  }

  comeBack(identity: string): void {
    this.#away.get(identity)?.()
    this.#away.delete(identity)
  }

  /** How long a message to or from a person takes, in milliseconds; null: somebody not known yet. */
  delayOf(identity: string | null): number {
    return this.#delays.get(identity) ?? this.#delays.get(null) ?? 0
  }

  /** For one person, or (null) for all who have no delay of their own. */
  delay(identity: string | null, ms: number): void {
    if (ms > 0) this.#delays.set(identity, ms)
    else this.#delays.delete(identity)
  }

  refuse(refusal: Refusal): void {
    this.#refusals.push({ ...refusal })
  }

  /** The code that this person is refused with, which then counts as met; null: none. */
  nextRefusal(identity: string): number | null {
    const refusal = this.#refusals.find((one) => one.identity === null || one.identity === identity)
    if (!refusal) return null
    refusal.times -= 1
    this.#refusals = this.#refusals.filter(({ times }) => times > 0)
    return refusal.code
  }

  /** The next clients are told to come back later, after so many milliseconds; negative: not at all. */
  beBusy(retryAfterMs: number, times: number): void {
    for (let count = 0; count < times; count += 1) this.#busy.push(retryAfterMs)
  }

  nextBusy(): number | null {
    return this.#busy.shift() ?? null
  }

  /** Remembers whose token this is, not the token itself. */
  noteToken(identity: string, token: string): void {
    const used = this.#used.get(identity) ?? new Set()
    this.#used.set(identity, used.add(digest(token)))
  }

  isExpired(token: string): boolean {
    return this.#expired.has(digest(token))
  }

  /** Lets every token expire that a person has shown so far, and answers how many there were. */
  expireTokens(identity: string): number {
    const used = this.#used.get(identity) ?? new Set()
    for (const token of used) this.#expired.add(token)
    return used.size
  }

  clear(): void {
    this.endOutage()
    for (const identity of [...this.#away.keys()]) this.comeBack(identity)
    this.#delays.clear()
    this.#used.clear()
    this.#expired.clear()
    this.#refusals = []
    this.#busy = []
  }

  #later(ms: number, callback: () => void): Cancel {
    return Number.isFinite(ms) ? this.#timers.after(ms, callback) : () => {}
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}
