import { type Booking, type JoinStatus, joinStatus } from '@meetings/contract'
import type { TimeLabel } from '../ticker/ticker.ts'

/** Whether the viewer may join: the rule of the contract, as something that changes with time. */
export function joinOffer(
  booking: Pick<Booking, 'joinWindow' | 'viewerRole' | 'status'>,
): TimeLabel<JoinStatus> {
  const { joinWindow, viewerRole, status } = booking
  const instants = [Date.parse(joinWindow.opensAt), Date.parse(joinWindow.closesAt)]
  return {
    at: (now) => (status === 'cancelled' ? 'over' : joinStatus(joinWindow, now, viewerRole)),
    changesAfter: (now) => instants.find((instant) => instant > now) ?? null,
  }
}
