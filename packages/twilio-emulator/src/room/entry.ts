import type { MessageLog } from '../inspector/message-log.ts'
import type { PeerConnectionState } from '../link/peer-connection-state.ts'
import type { ChannelName } from '../media-signaling/channel-name.ts'
import type { Announcement } from '../signaling/client-message.ts'
import type { Line } from '../signaling/line.ts'
import { Participant } from './participant.ts'
import type { RoomWorld } from './room-world.ts'

/** How somebody comes to the door of a room. */
export interface Entry {
  identity: string
  line: Line
  announcement: Announcement
  peerConnections: readonly PeerConnectionState[]
  channels: readonly ChannelName[]
}

/** Who they are from now on: a new stay, with ids of its own. */
export function createParticipant(
  { identity, line }: Entry,
  { ids, now }: RoomWorld,
  log: MessageLog,
): Participant {
  const sid = ids.sid('PA')
  return new Participant({ sid, identity, session: ids.uuid(), joinedAt: now(), line, log })
}
