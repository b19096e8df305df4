import type { PeerConnectionState } from '../link/peer-connection-state.ts'
import type { ClientMessage } from '../signaling/client-message.ts'
import type { ServerMessage } from '../signaling/server-message.ts'

/** A message of the room protocol in one line, without what is secret or long. */
export function describeMessage(message: ServerMessage | ClientMessage): string {
  return [message.type, ...details(message)].join(', ')
}

function details(message: ServerMessage | ClientMessage): string[] {
  switch (message.type) {
    case 'connect':
    case 'sync':
    case 'update':
      return 'peerConnections' in message ? ofClient(message) : ofServer(message)
    case 'connected':
    case 'synced':
      return ofServer(message)
    case 'disconnected':
      return [message.status]
    case 'error':
      return [`${message.code} ${message.message}`]
    case 'ice':
    case 'iced':
    case 'disconnect':
      return []
  }
}

function ofClient({
  announcement,
  peerConnections,
}: Extract<ClientMessage, { type: 'connect' | 'sync' | 'update' }>): string[] {
  const tracks = announcement ? [`${count(announcement.tracks.length, 'track')}`] : []
  return [...tracks, ...peerConnections.flatMap(ofConnection)]
}

function ofServer(message: Extract<ServerMessage, { type: 'connected' | 'synced' | 'update' }>): string[] {
  const { participants = [], published, subscribed, recording, peer_connections = [] } = message
  return [
    ...participants.map(({ identity, state }) => `${identity} ${state}`),
    ...(published ? [`${published.tracks.length} published`] : []),
    ...(subscribed ? [`${subscribed.tracks.length} subscribed`] : []),
    ...(recording?.is_recording ? ['recording'] : []),
    ...peer_connections.flatMap(ofConnection),
  ]
}

function ofConnection({ description, ice }: PeerConnectionState): string[] {
  return [
    ...(description ? [`${description.type} ${description.revision}`] : []),
    ...(ice ? [count(ice.candidates.length, 'candidate')] : []),
  ]
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
