export const ROOM_TYPES = ['peer-to-peer', 'go', 'group', 'group-small'] as const
export type RoomType = (typeof ROOM_TYPES)[number]

export interface StatusCallback {
  url: string
  method: 'GET' | 'POST'
}

export interface RoomSettings {
  type: RoomType
  maxParticipants: number
  /** How long one participant may stay, in seconds. */
  maxParticipantDuration: number
  isAudioOnly: boolean
  recordParticipantsOnConnect: boolean
  videoCodecs: readonly string[]
  mediaRegion: string | null
  /** Minutes until a room ends that everybody left, or that nobody ever entered. */
  emptyRoomTimeout: number
  unusedRoomTimeout: number
  statusCallback: StatusCallback | null
}

/** The most people each type of room can hold. */
export const ROOM_CAPACITY: Readonly<Record<RoomType, number>> = {
  'peer-to-peer': 10,
  go: 2,
  group: 50,
  'group-small': 4,
}

export function isMediaRelayed(type: RoomType): boolean {
  return type === 'group' || type === 'group-small'
}

/** Twilio's defaults for a room of this type. */
export function defaultSettings(type: RoomType): RoomSettings {
  return {
    type,
    maxParticipants: ROOM_CAPACITY[type],
    maxParticipantDuration: 4 * 60 * 60,
    isAudioOnly: false,
    recordParticipantsOnConnect: false,
    videoCodecs: ['H264', 'VP8'],
    mediaRegion: isMediaRelayed(type) ? 'us1' : null,
    emptyRoomTimeout: 5,
    unusedRoomTimeout: 5,
    statusCallback: null,
  }
}
