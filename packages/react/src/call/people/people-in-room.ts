import type { RoomParticipant } from '../../room/room-client.ts'
import type { CallState } from '../../session/call-controller.ts'

const NOBODY: readonly RoomParticipant[] = []

/** The others in the room, in order of arrival; nobody while there is no room. */
export function remotesIn({ session }: CallState): readonly RoomParticipant[] {
  return 'room' in session ? session.room.remotes : NOBODY
}

/** Whoever is there looks themselves up at every change: the index is made once per change, not once per look. */
const indexes = new WeakMap<readonly RoomParticipant[], Map<string, RoomParticipant>>()

/** One of the others by their sid; `null` when they have gone. */
export function remoteIn(state: CallState, sid: string): RoomParticipant | null {
  const remotes = remotesIn(state)
  let index = indexes.get(remotes)
  if (!index) {
    index = new Map(remotes.map((person) => [person.sid, person]))
    indexes.set(remotes, index)
  }
  return index.get(sid) ?? null
}

/** Who speaks most, by sid; `null` while nobody does. */
export function speakerIn({ session }: CallState): string | null {
  return 'room' in session ? session.room.dominantSpeakerSid : null
}

/** Whose shared screen is shown: of those that can be seen, that of who came first. */
export function presenterIn(state: CallState): string | null {
  return remotesIn(state).find((person) => person.screen?.isReady)?.sid ?? null
}
