import type { Clock } from '../clock/meeting-clock.ts'

/** Lets each person say only so much: what is too much is not heard, and everybody else still is. */
export interface FloodGate {
  allows(identity: string): boolean
  /** Forgets people who are gone. */
  keepOnly(identities: ReadonlySet<string>): void
}

/** Messages of one person: this many at once, and this many more each second. */
export const MOST_PER_SECOND = 10

export function createFloodGate(clock: Clock): FloodGate {
  const people = new Map<string, { left: number; at: number }>()
  return {
    allows(identity) {
      const now = clock.now()
      const known = people.get(identity) ?? { left: MOST_PER_SECOND, at: now }
      const gained = (Math.max(0, now - known.at) / 1_000) * MOST_PER_SECOND
      const left = Math.min(MOST_PER_SECOND, known.left + gained)
      people.set(identity, { left: left >= 1 ? left - 1 : left, at: now })
      return left >= 1
    },
    keepOnly(identities) {
      for (const identity of people.keys()) if (!identities.has(identity)) people.delete(identity)
    },
  }
}
