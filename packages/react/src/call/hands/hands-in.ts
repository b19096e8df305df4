import type { CallState } from '../../session/call-controller.ts'

/** The place of somebody's hand, counted from 1; `null` while it is down. */
export function handPlaceIn({ talk }: CallState, identity: string): number | null {
  const index = talk.hands.findIndex((hand) => hand.identity === identity)
  return index < 0 ? null : index + 1
}
