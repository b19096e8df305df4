import type { JoinWindow } from '../booking/booking.ts'
import { shiftMinutes } from './shift-minutes.ts'

/** How long before the start and after the end a meeting can be joined, in whole minutes. */
export interface JoinPolicy {
  opensMinutesBefore: number
  closesMinutesAfter: number
}

export const DEFAULT_JOIN_POLICY: JoinPolicy = { opensMinutesBefore: 15, closesMinutesAfter: 0 }

export const MINUTE_MS = 60_000

/**
 * THE rule: a meeting can be joined from 15 minutes before its start until its end.
 * The Join button and the server both use this window; the server's answer wins.
 */
export function joinWindow(
  booking: { startTime: string; endTime: string },
  policy: JoinPolicy = DEFAULT_JOIN_POLICY,
): JoinWindow {
  return {
    opensAt: shiftMinutes(booking.startTime, -policy.opensMinutesBefore),
    closesAt: shiftMinutes(booking.endTime, policy.closesMinutesAfter),
  }
}
