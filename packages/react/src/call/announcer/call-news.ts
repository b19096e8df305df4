import type { RoomParticipant, RoomSnapshot } from '../../room/room-client.ts'
import type { TalkState } from '../../talk/talk-state.ts'

/** What somebody who cannot see the call needs to be told. */
export type CallNews =
  | { kind: 'connected' | 'reconnected' | 'hand-lowered' }
  | { kind: PersonNews; identity: string }
  | { kind: 'said'; identity: string; text: string }
  | { kind: 'muted-by' | 'asked-to-unmute'; identity: string }

export type PersonNews =
  | 'joined'
  | 'left'
  | 'muted'
  | 'unmuted'
  | 'sharing'
  | 'stopped-sharing'
  | 'reconnecting'
  | 'back'
  | 'hand-raised'

/** The call at one moment, as far as it is told. */
export interface CallScene {
  room: RoomSnapshot
  talk: TalkState
}

/** What changed between two moments. */
export function newsBetween(before: CallScene | null, after: CallScene): CallNews[] {
  if (!before) return [{ kind: 'connected' }]
  const news: CallNews[] = []
  if (before.room.status === 'reconnecting' && after.room.status === 'connected')
    news.push({ kind: 'reconnected' })
  if (before.room.remotes !== after.room.remotes) news.push(...newsOfPeople(before.room, after.room))
  if (before.talk !== after.talk) news.push(...newsOfTalk(before.talk, after.talk, after.room.local.identity))
  return news
}

function newsOfPeople(before: RoomSnapshot, after: RoomSnapshot): CallNews[] {
  const news: CallNews[] = []
  // By identity: after a rejoin the same people come back with other ids.
  const earlier = new Map(before.remotes.map((person) => [person.identity, person]))
  for (const person of after.remotes) {
    const { identity } = person
    const old = earlier.get(identity)
    earlier.delete(identity)
    if (old === person) continue
    if (!old) news.push({ kind: 'joined', identity })
    else for (const kind of newsOfPerson(old, person)) news.push({ kind, identity })
  }
  for (const identity of earlier.keys()) news.push({ kind: 'left', identity })
  return news
}

function newsOfPerson(old: RoomParticipant, now: RoomParticipant): PersonNews[] {
  const kinds: PersonNews[] = []
  const wasMuted = !old.microphone?.isEnabled
  const isMuted = !now.microphone?.isEnabled
  if (wasMuted !== isMuted) kinds.push(isMuted ? 'muted' : 'unmuted')
  if (!old.screen && now.screen) kinds.push('sharing')
  if (old.screen && !now.screen) kinds.push('stopped-sharing')
  if (old.state !== now.state) kinds.push(now.state === 'reconnecting' ? 'reconnecting' : 'back')
  return kinds
}

function newsOfTalk(before: TalkState, after: TalkState, own: string): CallNews[] {
  const news: CallNews[] = []
  if (before.messages !== after.messages) {
    const known = new Set(before.messages.map((message) => message.id))
    for (const { id, isOwn, from: identity, text } of after.messages) {
      if (!isOwn && !known.has(id)) news.push({ kind: 'said', identity, text })
    }
  }
  if (before.hands !== after.hands) {
    const wasUp = (identity: string) => before.hands.some((hand) => hand.identity === identity)
    for (const { identity } of after.hands) {
      if (identity !== own && !wasUp(identity)) news.push({ kind: 'hand-raised', identity })
    }
    const isUp = after.hands.some((hand) => hand.identity === own)
    if (wasUp(own) && !isUp) news.push({ kind: 'hand-lowered' })
  }
  const { mutedBy, unmuteAskedBy } = after
  if (mutedBy !== null && mutedBy !== before.mutedBy) news.push({ kind: 'muted-by', identity: mutedBy })
  if (unmuteAskedBy !== null && unmuteAskedBy !== before.unmuteAskedBy)
    news.push({ kind: 'asked-to-unmute', identity: unmuteAskedBy })
  return news
}
