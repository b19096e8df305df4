import { BOOKING_SCOPES } from '@meetings/contract'
import type { BookingRecord, MeetingsUser } from '@meetings/server'
import type { Call } from './call.ts'
import { NOW } from './crowd.ts'

/** A meeting and its people; the first is its host. */
export interface Group {
  meeting: BookingRecord
  crowd: readonly MeetingsUser[]
}

/** What people, hosts and the room service might do in some meetings, at random; the same for the same seed. */
export function randomCalls(count: number, options: { groups: readonly Group[]; seed: number }): Call[] {
  const { groups, seed } = options
  const random = randomNumbers(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const oneOf = <T>(items: readonly T[]): T => items[below(items.length)] as T
  // Ends are rare, and only for every other meeting: most of the time there is something to race for.
  const endable = groups.filter((_, index) => index % 2 === 1)

  return Array.from({ length: count }, (): Call => {
    const dice = below(100)
    const { meeting, crowd } = oneOf(dice === 0 ? endable : groups)
    const bookingId = meeting.id
    if (dice === 0) return { route: 'end-video', bookingId, as: crowd[0] as MeetingsUser }
    const as = oneOf(crowd)
    if (dice < 30) return { route: 'launch-video', bookingId, as }
    if (dice < 60) return { route: 'leave-video', bookingId, as }
    if (dice < 68) return { route: 'refresh-token', bookingId, as }
    if (dice < 78) return { route: 'bookings', scope: oneOf(BOOKING_SCOPES), as }
    const at = new Date(Date.parse(NOW) + below(5000)).toISOString()
    const roomId = `RM${below(2)}`
    if (dice < 82) return { route: 'settle', news: { type: 'ended', bookingId, roomId, at } }
    const type = oneOf(['connected', 'disconnected'] as const)
    const connectionId = `PA${as.id.slice(-4)}-${below(6)}`
    return { route: 'settle', news: { type, bookingId, roomId, connectionId, identity: as.id, at } }
  })
}

/** Numbers from 0 to below 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
