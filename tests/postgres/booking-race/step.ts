import type { Booker } from '@meetings/server'

/** What one client does next. Times are minutes after the midnight on which a round's day begins. */
export type Step =
  | { does: 'hold' | 'release' | 'move'; minute: number }
  | { does: 'book'; minute: number; key: string | null }
  | { does: 'cancel' }

/** A client and what they do, one after the other. Clients are under way at the same time. */
export interface Client {
  viewer: Booker
  meetingTypeId: string
  hostIds: string[]
  steps: Step[]
}

/** What came of a step; `failed` with what was thrown. */
export interface Outcome {
  does: Step['does']
  key: string | null
  outcome: string
  bookingId: string | null
}

/** How a racing process is set up; goes there as JSON. */
export interface BookerConfig {
  connectionString: string
  store: 'supabase' | 'postgres'
  connections: number
}

export interface Round {
  /** ISO 8601: when the round's day begins, in UTC. */
  day: string
  clients: Client[]
}

/** The lock that nobody gets before the starting gun. */
export const GUN = 20_261_123

/** The rules of the race's meeting types: half an hour, and ten minutes kept free on each side. */
export const MINUTES = { duration: 30, buffer: 10 }
