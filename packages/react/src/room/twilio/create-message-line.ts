import { MAX_MESSAGE_BYTES, type RoomConnection, type RoomMessage } from '../room-client.ts'
import { MESSAGE_TRACK_NAME } from './track-names.ts'
import { type LocalDataTrack, listen, type Room } from './twilio-sdk.ts'

/** What people say in one stay in a room: one data track each way, ordered and reliable. */
export interface MessageLine extends Pick<RoomConnection, 'send' | 'onMessage' | 'onReachable'> {
  close(): void
}

type Person = Pick<RoomMessage, 'sid' | 'identity'>
type RemoteParticipant = NonNullable<Room['dominantSpeaker']>

/** More than this cannot come in before the call listens, unless somebody means harm. */
const MOST_EARLY_MESSAGES = 200

/** @param track published with the connect; the SDK drops what is sent before others can receive it. */
export function createMessageLine(room: Room, track: LocalDataTrack): MessageLine {
  const me = room.localParticipant
  const listeners = new Set<(message: RoomMessage) => void>()
  const watchers = new Set<(person: Person) => void>()
  const reachable = new Map<string, Person>()
  const early: RoomMessage[] = []
  const waiting: string[] = []
  const encoder = new TextEncoder()
  let state: 'publishing' | 'published' | 'refused' | 'closed' = isPublished() ? 'published' : 'publishing'

  function isPublished(): boolean {
    return [...me.dataTracks.values()].some((publication) => publication.track === track)
  }

  function reach({ sid, identity }: RemoteParticipant): void {
    const person = { sid, identity }
    reachable.set(sid, person)
    for (const watcher of [...watchers]) watcher(person)
  }

  for (const participant of room.participants.values()) {
    const isOpen = [...participant.dataTracks.values()].some(
      (publication) => publication.trackName === MESSAGE_TRACK_NAME && publication.isSubscribed,
    )
    if (isOpen) reach(participant)
  }

  const stopListening = [
    listen(me, ['trackPublished'], () => {
      if (state !== 'publishing' || !isPublished()) return
      state = 'published'
      for (const text of waiting.splice(0)) track.send(text)
    }),
    listen(me, ['trackPublicationFailed'], (_error, failed) => {
      if (failed !== track || state === 'closed') return
      // The others can still be heard.
      state = 'refused'
      waiting.length = 0
    }),
    listen(room, ['trackSubscribed'], (arrived, _publication, participant) => {
      if (isMessageTrack(arrived)) reach(participant as RemoteParticipant)
    }),
    listen(room, ['participantDisconnected'], (participant) => {
      reachable.delete((participant as RemoteParticipant).sid)
    }),
    listen(room, ['trackMessage'], (text, source, participant) => {
      if (!isMessageTrack(source) || typeof text !== 'string' || isTooLong(text)) return
      const { sid, identity } = participant as RemoteParticipant
      const message = { sid, identity, text }
      if (listeners.size === 0 && early.length < MOST_EARLY_MESSAGES) early.push(message)
      for (const listener of [...listeners]) listener(message)
    }),
  ]

  function isTooLong(text: string): boolean {
    // No character takes more than three bytes for each of its units, so most texts need no counting.
    return text.length * 3 > MAX_MESSAGE_BYTES && encoder.encode(text).length > MAX_MESSAGE_BYTES
  }

  function close(): void {
    state = 'closed'
    waiting.length = 0
    for (const stop of stopListening) stop()
  }

  return {
    send(text) {
      if (room.state !== 'connected' || isTooLong(text)) return false
      if (state === 'published') track.send(text)
      else if (state === 'publishing') waiting.push(text)
      return state === 'published' || state === 'publishing'
    },
    onMessage(listener) {
      listeners.add(listener)
      for (const message of early.splice(0)) listener(message)
      return () => void listeners.delete(listener)
    },
    onReachable(watcher) {
      watchers.add(watcher)
      for (const person of reachable.values()) watcher(person)
      return () => void watchers.delete(watcher)
    },
    close,
  }
}

function isMessageTrack(track: unknown): boolean {
  return (
    typeof track === 'object' &&
    track !== null &&
    'kind' in track &&
    track.kind === 'data' &&
    'name' in track &&
    track.name === MESSAGE_TRACK_NAME
  )
}
