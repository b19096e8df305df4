import type { RoomParticipant } from '../../room/room-client.ts'
import type { CallState } from '../../session/call-controller.ts'

const NOBODY: readonly RoomParticipant[] = []

/** The others in the room, in order of arrival; nobody while there is no room. */
export function remotesIn({ session }: CallState): readonly RoomParticipant[] {
  return 'room' in session ? session.room.remotes : NOBODY
}

/** Whoever is there looks at these at every change: they are made once per change, not once per look. */
interface Index {
  bySid: ReadonlyMap<string, RoomParticipant>
  sids: readonly string[]
}

const indexes = new WeakMap<readonly RoomParticipant[], Index>()

function indexOf(remotes: readonly RoomParticipant[]): Index {
  const known = indexes.get(remotes)
  if (known) return known
  const bySid = new Map(remotes.map((person) => [person.sid, person]))
  const index = { bySid, sids: [...bySid.keys()] }
  indexes.set(remotes, index)
  return index
}

/** One of the others by their sid; `null` when they have gone. */
export function remoteIn(state: CallState, sid: string): RoomParticipant | null {
  return indexOf(remotesIn(state)).bySid.get(sid) ?? null
}

/** The sids of the others, in order of arrival. */
export function sidsIn(state: CallState): readonly string[] {
  return indexOf(remotesIn(state)).sids
}

/** Who speaks most, by sid; `null` while nobody does. */
export function speakerIn({ session }: CallState): string | null {
  return 'room' in session ? session.room.dominantSpeakerSid : null
}

/** Whose shared screen is shown: of those that can be seen, that of who came first. */
export function presenterIn(state: CallState): string | null {
  return remotesIn(state).find((person) => person.screen?.isReady)?.sid ?? null
}
