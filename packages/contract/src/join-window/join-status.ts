import type { JoinWindow, ParticipantRole } from '../booking/booking.ts'

export type JoinStatus = 'early' | 'open' | 'over'

/**
 * Where `now` (milliseconds since the epoch) falls in a join window.
 * The window is half-open: at `opensAt` it is open, at `closesAt` it is over.
 * Admins are never too early; a meeting that is over is over for everybody.
 */
export function joinStatus(window: JoinWindow, now: number, role: ParticipantRole): JoinStatus {
  if (now >= Date.parse(window.closesAt)) return 'over'
  if (now < Date.parse(window.opensAt) && role !== 'admin') return 'early'
  return 'open'
}
