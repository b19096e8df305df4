import type { Description, IceState, PeerConnectionState } from '../link/peer-connection-state.ts'
import { type ChannelName, readChannelNames } from '../media-signaling/channel-name.ts'
import { type AnnouncedTrack, TRACK_KINDS, type TrackKind } from '../tracks/track-publication.ts'

/** A participant's whole list of tracks. It comes with every update and means something only when it is newer. */
export interface Announcement {
  revision: number
  tracks: AnnouncedTrack[]
}

export type ClientMessage =
  /** `isPreflight`: for a check of the connection, not for a call. */
  | { type: 'ice'; token: string; isPreflight: boolean }
  | {
      type: 'connect'
      token: string
      name: string | null
      announcement: Announcement
      peerConnections: PeerConnectionState[]
      /** What it would like to hear on channels of their own. */
      channels: ChannelName[]
    }
  | {
      type: 'sync'
      token: string
      session: string
      announcement: Announcement
      peerConnections: PeerConnectionState[]
    }
  | {
      type: 'update'
      session: string
      announcement: Announcement | null
      peerConnections: PeerConnectionState[]
    }
  | { type: 'disconnect'; session: string | null }

/** Thrown for a message that cannot be understood. The text names the field, never its value. */
export class InvalidMessage extends Error {
  override readonly name = 'InvalidMessage'
}

/** Reads one message of the room protocol; null when it is of a type this server does not know. */
export function parseClientMessage(value: unknown): ClientMessage | null {
  const message = record(value, 'The message')
  switch (message['type']) {
    case 'ice':
      return { type: 'ice', token: token(message), isPreflight: message['preflight'] === true }
    case 'connect':
      return {
        type: 'connect',
        token: token(message),
        name: typeof message['name'] === 'string' && message['name'] ? message['name'] : null,
        announcement: announcement(message['participant']),
        peerConnections: peerConnections(message['peer_connections']),
        channels: readChannelNames(message['media_signaling']),
      }
    case 'sync':
      return {
        type: 'sync',
        token: token(message),
        session: text(message, 'session'),
        announcement: announcement(message['participant']),
        peerConnections: peerConnections(message['peer_connections']),
      }
    case 'update':
      return {
        type: 'update',
        session: text(message, 'session'),
        announcement: message['participant'] === undefined ? null : announcement(message['participant']),
        peerConnections: peerConnections(message['peer_connections']),
      }
    case 'disconnect':
      return {
        type: 'disconnect',
        session: typeof message['session'] === 'string' ? message['session'] : null,
      }
    default:
      return null
  }
}

/** A missing token is a malformed one (20101), not a malformed message. */
function token(message: Record<string, unknown>): string {
  return typeof message['token'] === 'string' ? message['token'] : ''
}

function announcement(value: unknown): Announcement {
  const participant = record(value, 'participant')
  return {
    revision: count(participant, 'revision'),
    tracks: list(participant['tracks'], 'participant.tracks').map(track),
  }
}

function track(value: unknown): AnnouncedTrack {
  const fields = record(value, 'A track')
  const kind = TRACK_KINDS.find((known): known is TrackKind => known === fields['kind'])
  if (!kind) throw new InvalidMessage('A track must be of kind audio, video or data.')
  return {
    id: text(fields, 'id'),
    kind,
    name: text(fields, 'name'),
    enabled: fields['enabled'] !== false,
    priority: typeof fields['priority'] === 'string' ? fields['priority'] : 'standard',
  }
}

function peerConnections(value: unknown): PeerConnectionState[] {
  if (value === undefined || value === null) return []
  return list(value, 'peer_connections').map((item) => {
    const state = record(item, 'A peer connection')
    return {
      id: text(state, 'id'),
      ...(state['description'] ? { description: description(state['description']) } : {}),
      ...(state['ice'] ? { ice: ice(state['ice']) } : {}),
    }
  })
}

const DESCRIPTION_TYPES = ['offer', 'answer', 'pranswer', 'create-offer', 'close'] as const

function description(value: unknown): Description {
  const fields = record(value, 'A description')
  const type = DESCRIPTION_TYPES.find((known) => known === fields['type'])
  if (!type) throw new InvalidMessage(`A description must be one of ${DESCRIPTION_TYPES.join(', ')}.`)
  return {
    type,
    revision: count(fields, 'revision'),
    ...(typeof fields['sdp'] === 'string' ? { sdp: fields['sdp'] } : {}),
  }
}

function ice(value: unknown): IceState {
  const fields = record(value, 'An ice state')
  return {
    candidates: list(fields['candidates'] ?? [], 'ice.candidates'),
    ufrag: typeof fields['ufrag'] === 'string' ? fields['ufrag'] : '',
    revision: count(fields, 'revision'),
    ...(fields['complete'] === true ? { complete: true } : {}),
  }
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>
  }
  throw new InvalidMessage(`${name} must be an object.`)
}

function list(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value
  throw new InvalidMessage(`${name} must be a list.`)
}

function text(fields: Record<string, unknown>, name: string): string {
  const value = fields[name]
  if (typeof value === 'string' && value !== '') return value
  throw new InvalidMessage(`${name} must be a text.`)
}

function count(fields: Record<string, unknown>, name: string): number {
  const value = fields[name]
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new InvalidMessage(`${name} must be a number.`)
}
