import type { ChannelName } from '../media-signaling/channel-name.ts'
import type { Participant } from '../room/participant.ts'
import type { Room } from '../room/room.ts'
import type { RoomDirectory } from '../room/room-directory.ts'
import { isMediaRelayed } from '../room/room-settings.ts'
import type { ReadyTrack } from '../tracks/track-publication.ts'

/** Thrown when a simulation names somebody, a room or a track that is not there. */
export class NobodyThere extends Error {
  override readonly name = 'NobodyThere'
}

/** Thrown when a simulation is asked for that this kind of room cannot have. */
export class CannotSimulate extends Error {
  override readonly name = 'CannotSimulate'
}

export interface Stay {
  room: Room
  participant: Participant
}

/** Where a person is now, in one room or (null) in any. Throws a `NobodyThere`. */
export function findStays(rooms: RoomDirectory, identity: string, roomName: string | null): Stay[] {
  const places = rooms.inProgress().filter((room) => roomName === null || isCalled(room, roomName))
  const stays = places.flatMap((room) =>
    room.present
      .filter((participant) => participant.identity === identity)
      .map((participant) => ({ room, participant })),
  )
  if (stays.length > 0) return stays
  const place = roomName === null ? 'any room' : `room "${roomName}"`
  throw new NobodyThere(`Nobody with the identity "${identity}" is connected to ${place}.`)
}

function isCalled(room: Room, name: string): boolean {
  return room.name === name || room.sid === name
}

/** A room in progress, by name or SID. Throws a `NobodyThere`. */
export function findRoom(rooms: RoomDirectory, name: string): Room {
  const room = rooms.find(name)
  if (room && !room.isOver) return room
  throw new NobodyThere(`There is no room "${name}" in progress.`)
}

/** A room with channels beside the signalling. Throws a `CannotSimulate` for one without. */
export function findGroupRoom(rooms: RoomDirectory, name: string): Room {
  const room = findRoom(rooms, name)
  if (isMediaRelayed(room.settings.type)) return room
  throw new CannotSimulate(
    `Room "${name}" is of type ${room.settings.type}, which has no dominant speaker, network quality, ` +
      'switched off tracks or transcriptions. Create it over REST with Type=group, or start with roomType: "group".',
  )
}

const ASKED_WITH: Readonly<Partial<Record<ChannelName, string>>> = {
  active_speaker: 'dominantSpeaker: true',
  network_quality: 'networkQuality: true',
  track_switch_off: 'a bandwidthProfile with a video part',
  extension_transcriptions: 'receiveTranscriptions: true',
}

/** Who in a room will hear of something. Throws a `CannotSimulate` when nobody asked for it. */
export function findAskers(room: Room, channel: ChannelName): Participant[] {
  const askers = room.media.askersOf(channel)
  if (askers.length > 0) return askers
  throw new CannotSimulate(`Nobody in room "${room.name}" connected with ${ASKED_WITH[channel]}.`)
}

export function findParticipant(room: Room, identity: string): Participant {
  const participant = room.present.find((one) => one.identity === identity)
  if (participant) return participant
  throw new NobodyThere(`Nobody with the identity "${identity}" is in room "${room.name}".`)
}

/** The tracks of somebody, all of one kind or the one of a name. Throws a `NobodyThere` when there is none. */
export function findTracks(
  participant: Participant,
  { name, kind }: { name?: string | undefined; kind?: ReadyTrack['kind'] },
): ReadyTrack[] {
  const found = participant.readyTracks
    .filter((track) => name === undefined || track.name === name)
    .filter((track) => kind === undefined || track.kind === kind)
  if (found.length > 0) return found
  const what = name === undefined ? `${kind ?? ''} track`.trim() : `track "${name}"`
  throw new NobodyThere(`"${participant.identity}" publishes no ${what}.`)
}
