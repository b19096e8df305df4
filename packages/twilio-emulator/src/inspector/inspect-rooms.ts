import type { Participant } from '../room/participant.ts'
import type { Room } from '../room/room.ts'
import type { LoggedMessage } from './message-log.ts'

export interface RoomInspection {
  sid: string
  name: string
  type: string
  status: 'in-progress' | 'completed'
  /** Milliseconds since the epoch. */
  createdAt: number
  maxParticipants: number
  isRecording: boolean
  /** Identity of who speaks, in group rooms. */
  dominantSpeaker: string | null
  links: number
  connections: ConnectionInspection[]
  participants: ParticipantInspection[]
  /** The last ones, the newest last. */
  messages: LoggedMessage[]
}

/** The connection of two people, by identity. `waiting`: nothing was offered yet. */
export interface ConnectionInspection {
  between: [newcomer: string, elder: string]
  state: 'waiting' | 'negotiating' | 'settled'
}

export interface ParticipantInspection {
  sid: string
  identity: string
  /** What they are called, when whoever runs this has said so. */
  name: string | null
  state: 'connected' | 'reconnecting' | 'disconnected'
  /** 0 to 5, in group rooms, for who asked for it. */
  networkQuality: number | null
  /** Messages of the room protocol, from the client and to it. */
  messages: { received: number; sent: number }
  tracks: {
    id: string
    name: string
    kind: string
    enabled: boolean
    priority: string
    state: 'ready' | 'failed'
    sid: string | null
  }[]
}

type NameOf = (identity: string) => string | undefined

/** What goes on in the rooms, for a person who looks and for tests. There is no token and no session in it. */
export function inspectRooms(rooms: readonly Room[], nameOf: NameOf = () => undefined): RoomInspection[] {
  return rooms.map((room) => ({
    sid: room.sid,
    name: room.name,
    type: room.settings.type,
    status: room.isOver ? 'completed' : 'in-progress',
    createdAt: room.createdAt,
    maxParticipants: room.settings.maxParticipants,
    isRecording: room.recording.is_recording,
    dominantSpeaker: identityOf(room, room.media.speaker),
    links: room.links.length,
    connections: room.links.map(({ newcomer, elder, pendingOffer }) => ({
      between: [
        identityOf(room, newcomer.participantSid) ?? '',
        identityOf(room, elder.participantSid) ?? '',
      ],
      state: connectionState(pendingOffer !== null, Boolean(newcomer.description || elder.description)),
    })),
    participants: room.everybody.map((participant) => inspectParticipant(room, participant, nameOf)),
    messages: [...room.log.list()],
  }))
}

function inspectParticipant(room: Room, participant: Participant, nameOf: NameOf): ParticipantInspection {
  const { sid, identity, state, messages, tracks } = participant
  return {
    sid,
    identity,
    name: nameOf(identity) ?? null,
    state,
    networkQuality: room.media.qualityOf(participant),
    messages: { ...messages },
    tracks: tracks.map((track) => ({
      id: track.id,
      name: track.name,
      kind: track.kind,
      enabled: track.enabled,
      priority: track.priority,
      state: track.state,
      sid: track.state === 'ready' ? track.sid : null,
    })),
  }
}

function connectionState(isPending: boolean, isBegun: boolean): ConnectionInspection['state'] {
  if (isPending) return 'negotiating'
  return isBegun ? 'settled' : 'waiting'
}

function identityOf(room: Room, sid: string | null): string | null {
  return room.everybody.find((participant) => participant.sid === sid)?.identity ?? null
}
