import type { ReadyTrack } from '../tracks/track-publication.ts'
import type { Participant } from './participant.ts'
import type { Room } from './room.ts'

/** What happens in a room, by the names of Twilio's status callbacks. */
export type RoomEvent =
  | { type: 'room-created' | 'room-ended'; room: Room }
  | { type: 'participant-connected' | 'participant-disconnected'; room: Room; participant: Participant }
  | {
      type: 'track-added' | 'track-removed' | 'track-enabled' | 'track-disabled'
      room: Room
      participant: Participant
      track: ReadyTrack
    }
