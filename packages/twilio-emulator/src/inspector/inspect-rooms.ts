import type { Room } from '../room/room.ts'

export interface RoomInspection {
  sid: string
  name: string
  type: string
  status: 'in-progress' | 'completed'
  links: number
  participants: ParticipantInspection[]
}

export interface ParticipantInspection {
  sid: string
  identity: string
  state: 'connected' | 'reconnecting' | 'disconnected'
  /** Messages of the room protocol, from the client and to it. */
  messages: { received: number; sent: number }
  tracks: {
    id: string
    name: string
    kind: string
    enabled: boolean
    state: 'ready' | 'failed'
    sid: string | null
  }[]
}

/** What goes on in the rooms, for a person who looks and for tests. There is no token and no session in it. */
export function inspectRooms(rooms: readonly Room[]): RoomInspection[] {
  return rooms.map((room) => ({
    sid: room.sid,
    name: room.name,
    type: room.settings.type,
    status: room.isOver ? 'completed' : 'in-progress',
    links: room.linkCount,
    participants: room.everybody.map(({ sid, identity, state, messages, tracks }) => ({
      sid,
      identity,
      state,
      messages: { ...messages },
      tracks: tracks.map((track) => ({
        id: track.id,
        name: track.name,
        kind: track.kind,
        enabled: track.enabled,
        state: track.state,
        sid: track.state === 'ready' ? track.sid : null,
      })),
    })),
  }))
}
