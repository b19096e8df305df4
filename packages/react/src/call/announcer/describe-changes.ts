import type { CallMessages } from '../../i18n/en/call.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { RoomParticipant, RoomSnapshot } from '../../room/room-client.ts'

/** What changed between two pictures of a room, in the sentences somebody who cannot see it needs. */
export function describeChanges(
  before: RoomSnapshot | null,
  after: RoomSnapshot,
  nameOf: (identity: string) => string,
  words: CallMessages,
): string[] {
  if (!before) return [words.connected]
  const said: string[] = []
  const say = (template: string, person: RoomParticipant) =>
    said.push(fillMessage(template, { name: nameOf(person.identity) }))

  if (before.status === 'reconnecting' && after.status === 'connected') said.push(words.reconnected)
  // By identity: after a rejoin the same people come back with other ids.
  const earlier = new Map(before.remotes.map((person) => [person.identity, person]))
  for (const person of after.remotes) {
    const old = earlier.get(person.identity)
    earlier.delete(person.identity)
    if (old === person) continue
    if (!old) say(words.joined, person)
    else describePerson(old, person, words, say)
  }
  for (const person of earlier.values()) say(words.left, person)
  return said
}

function describePerson(
  old: RoomParticipant,
  now: RoomParticipant,
  words: CallMessages,
  say: (template: string, person: RoomParticipant) => void,
): void {
  const wasMuted = !old.microphone?.isEnabled
  const isMuted = !now.microphone?.isEnabled
  if (wasMuted !== isMuted) say(isMuted ? words.isMuted : words.isUnmuted, now)
  if (!old.screen && now.screen) say(words.isSharing, now)
  if (old.screen && !now.screen) say(words.stoppedSharing, now)
  if (old.state !== now.state) say(now.state === 'reconnecting' ? words.isReconnecting : words.isBack, now)
}
