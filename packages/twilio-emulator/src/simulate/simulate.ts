import type { Participant } from '../room/participant.ts'
import type { RoomDirectory } from '../room/room-directory.ts'

/** Bad luck on demand, for tests and for trying things out. */
export interface Simulate {
  /**
   * Cuts the connections of a person, as a network that dies does; the SDK then restores them by itself.
   * Answers how many were cut. Throws a `NobodyThere` when the person is not in the room (or, without
   * `roomName`, in any room).
   */
  dropSocket(identity: string, where?: { roomName?: string }): number
}

/** Thrown when a simulation names somebody who is not connected. */
export class NobodyThere extends Error {
  override readonly name = 'NobodyThere'
}

export function createSimulate(rooms: RoomDirectory): Simulate {
  return {
    dropSocket(identity, { roomName } = {}) {
      const people = find(rooms, identity, roomName)
      for (const participant of people) participant.line?.cut()
      return people.length
    },
  }
}

function find(rooms: RoomDirectory, identity: string, roomName: string | undefined): Participant[] {
  const people = rooms
    .inProgress()
    .filter((room) => roomName === undefined || room.name === roomName)
    .flatMap((room) => room.present)
    .filter((participant) => participant.identity === identity && participant.line !== null)
  if (people.length > 0) return people
  const place = roomName === undefined ? 'any room' : `room "${roomName}"`
  throw new NobodyThere(`Nobody with the identity "${identity}" is connected to ${place}.`)
}
