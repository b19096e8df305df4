import type { WaitingRoom } from '@meetings/contract'
import type { BookingStore, Viewer } from '../../ports/booking-store.ts'
import type { ModerationAction } from '../../ports/moderation.ts'
import { at, meeting, PEOPLE } from './people.ts'
import { identityOf, steps } from './steps.ts'

const HALF_A_MINUTE = 30_000

/** The steps of a meeting, and those of its hosts. */
export function deciding(store: BookingStore) {
  const bookingId = meeting().id
  const decide = async (viewer: Viewer, time: string, action: ModerationAction) => {
    const now = at(time)
    const waitingSince = new Date(now.getTime() - HALF_A_MINUTE)
    return (await store.moderate?.({ bookingId, viewer, at: now, waitingSince, action })) ?? null
  }
  const about =
    (type: 'remove' | 'readmit' | 'admit') =>
    (person: Viewer, time: string, viewer: Viewer = PEOPLE.host) =>
      decide(viewer, time, { type, identity: identityOf(person) })
  return {
    ...steps(store),
    decide,
    remove: about('remove'),
    readmit: about('readmit'),
    admit: about('admit'),
    lock: (isLocked: boolean, time: string) => decide(PEOPLE.host, time, { type: 'lock', isLocked }),
    read: (time: string) => decide(PEOPLE.host, time, { type: 'read' }),
    /** Enters where people wait. */
    arrive: (viewer: Viewer, time: string, waitingRoom: WaitingRoom = 'everyone') => {
      const now = at(time)
      const identity = identityOf(viewer)
      return store.enter({ bookingId, viewer, identity, at: now, startsBy: now, endsAfter: now, waitingRoom })
    },
  }
}

/** As decisions tell of somebody. */
export function person(viewer: Viewer, role: string, name: string | null) {
  return { userId: viewer.userId, identity: identityOf(viewer), name, role }
}
