import { TYPES } from '../booking-race/booking-rounds.ts'

/** How a booking is sent: once; to two servers at the same moment; or once unheard, and then again. */
export type Sending = 'once' | 'twice' | 'unheard'

/** What a client does next. `minute` is the start, counted from the midnight on which the round's day begins. */
export type Step =
  | { does: 'hold' | 'move'; minute: number }
  | { does: 'release' | 'cancel' }
  | { does: 'book'; minute: number; key: string | null; sending: Sending }
  /** The key of the first booking, with another body. */
  | { does: 'reuse'; minute: number; key: string }

/** Somebody who does these steps one after the other, while all others do theirs. */
export interface RaceClient {
  userId: string
  meetingTypeId: string
  steps: Step[]
}

const SENDINGS: readonly Sending[] = ['once', 'twice', 'unheard']

/** Fifty people who want the same five hours of two hosts: they hold, book, move, cancel and book again. */
export function raceClients(round: number, random: () => number): RaceClient[] {
  // Every quarter of an hour from nine to two.
  const minute = () => 9 * 60 + 15 * Math.floor(random() * 20)
  return Array.from({ length: 50 }, (_, index) => {
    const wanted = minute()
    const key = `round-${round}-${index}`
    const sending = SENDINGS[index % SENDINGS.length] as Sending
    return {
      userId: `0c000000-0000-4000-8000-0000000${String(10_000 + index)}`,
      meetingTypeId: random() < 0.8 ? TYPES[0] : TYPES[1],
      steps: [
        ...(random() < 0.6 ? [{ does: 'hold', minute: wanted } as const] : []),
        ...(random() < 0.2 ? [{ does: 'hold', minute: minute() } as const] : []),
        ...(random() < 0.1 ? [{ does: 'release' } as const] : []),
        { does: 'book', minute: wanted, key, sending },
        // Every other one to the afternoon, where there is room.
        { does: 'move', minute: minute() + (random() < 0.5 ? 3.5 * 60 : 0) },
        // Quarters from two to six: nobody has asked for them with this key.
        { does: 'reuse', minute: wanted + 5 * 60, key },
        ...(random() < 0.3 ? [{ does: 'cancel' } as const] : []),
        { does: 'book', minute: minute(), key: null, sending: 'once' },
      ],
    }
  })
}
