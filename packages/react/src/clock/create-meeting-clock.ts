import type { Clock, MeetingClock } from './meeting-clock.ts'

/**
 * Corrects a clock by the server's. An answer's time was taken somewhere between asking and receiving,
 * so anything smaller than half the round trip is noise and changes nothing: labels do not jitter.
 */
export function createMeetingClock(base: Clock): MeetingClock {
  let offset = 0
  const now = () => base.now() + offset
  return {
    now,
    after: base.after,
    sync(serverTime, askedAt) {
      const answeredAt = now()
      const roundTrip = answeredAt - askedAt
      const error = Date.parse(serverTime) - (askedAt + roundTrip / 2)
      // A clock that ran backwards meanwhile was corrected by another answer: that one counts.
      if (Number.isNaN(error) || roundTrip < 0) return
      if (Math.abs(error) > roundTrip / 2) offset += error
    },
  }
}
