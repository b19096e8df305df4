import type { MeetingPerson } from '@meetings/contract'
import type { Clock } from '../clock/meeting-clock.ts'
import type { RoomSnapshot } from '../room/room-client.ts'

/** Asks for people's names when somebody enters whom the ticket does not know. */
export interface NameFinder {
  /** Looks at who is there, against who is known by name. */
  look(room: RoomSnapshot, known: readonly MeetingPerson[] | undefined): void
  stop(): void
}

/** People who arrive together are asked for together; in milliseconds. */
const GATHER_MS = 300

/** @param ask called once for each newcomer (or group of newcomers), however often they are looked at. */
export function createNameFinder(clock: Clock, ask: () => void): NameFinder {
  const askedFor = new Set<string>()
  let cancel: (() => void) | null = null

  return {
    look(room, known = []) {
      const names = new Set(known.map((person) => person.identity))
      const newcomers = room.remotes.filter(({ identity }) => !names.has(identity) && !askedFor.has(identity))
      if (newcomers.length === 0) return
      for (const { identity } of newcomers) askedFor.add(identity)
      cancel ??= clock.after(GATHER_MS, () => {
        cancel = null
        ask()
      })
    },
    stop() {
      cancel?.()
      cancel = null
      askedFor.clear()
    },
  }
}
