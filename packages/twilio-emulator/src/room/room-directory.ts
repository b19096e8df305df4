import { VideoError } from '../errors/video-error.ts'
import type { Participant } from './participant.ts'
import { Room } from './room.ts'
import type { RoomSettings } from './room-settings.ts'
import type { RoomWorld } from './room-world.ts'

export interface DirectoryRules {
  /** What a room is like that comes to life because somebody connects to it. */
  adHoc: RoomSettings
  /** When false, only rooms created over REST can be entered. */
  allowAdHoc: boolean
}

const LONGEST_NAME = 128
const ENDED_ROOMS_KEPT = 1000

/** All rooms, those that are over included. A name belongs to one room in progress at a time. */
export class RoomDirectory {
  readonly #world: RoomWorld
  readonly #rules: DirectoryRules
  #rooms = new Map<string, Room>()

  constructor(world: RoomWorld, rules: DirectoryRules) {
    this.#world = world
    this.#rules = rules
  }

  /** Newest first, as Twilio lists them. */
  list(): Room[] {
    return [...this.#rooms.values()].reverse()
  }

  inProgress(): Room[] {
    return [...this.#rooms.values()].filter((room) => !room.isOver)
  }

  /** By SID in any state, by name only while in progress. */
  find(sidOrName: string): Room | null {
    return this.#rooms.get(sidOrName) ?? this.inProgress().find((room) => room.name === sidOrName) ?? null
  }

  /** A new room for the REST API. Throws 53113 when the name is taken, 53101 when it is too long. */
  create(settings: RoomSettings, name: string | null): Room {
    if (name !== null && this.find(name)) throw new VideoError(53113)
    return this.#open(settings, name)
  }

  /**
   * The room a client asks for, made now if need be. A token that is bound to one room (by name or SID) opens no
   * other (20106). Throws 53106 when there is no such room and none may be made.
   */
  forClient(name: string | null, boundTo: string | null): Room {
    const wanted = name ?? boundTo
    const room = wanted === null ? null : this.find(wanted)
    if (name !== null && boundTo !== null && name !== boundTo) {
      if (!room || (room.sid !== boundTo && room.name !== boundTo)) throw new VideoError(20106)
    }
    if (room && !room.isOver) return room
    const isSid = wanted !== null && /^RM[0-9a-f]{32}$/i.test(wanted)
    if (isSid || !this.#rules.allowAdHoc) throw new VideoError(53106)
    return this.#open(this.#rules.adHoc, wanted)
  }

  /** Whose session this is, among those that can still be resumed. */
  findSession(session: string): { room: Room; participant: Participant } | null {
    for (const room of this.inProgress()) {
      const participant = room.present.find((candidate) => candidate.session === session)
      if (participant) return { room, participant }
    }
    return null
  }

  /** Ends every room and forgets them all. */
  clear(): void {
    for (const room of this.inProgress()) room.complete()
    this.#rooms.clear()
  }

  #open(settings: RoomSettings, name: string | null): Room {
    if (name !== null && name.length > LONGEST_NAME) throw new VideoError(53101)
    const room = new Room(this.#world, settings, name)
    this.#rooms.set(room.sid, room)
    this.#forgetOldest()
    return room
  }

  #forgetOldest(): void {
    const ended = [...this.#rooms.values()].filter((room) => room.isOver)
    for (const room of ended.slice(0, Math.max(0, ended.length - ENDED_ROOMS_KEPT))) {
      this.#rooms.delete(room.sid)
    }
  }
}
