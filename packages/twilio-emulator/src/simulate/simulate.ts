import type { StatusCallbacks } from '../callbacks/status-callbacks.ts'
import type { Participant } from '../room/participant.ts'
import type { RoomDirectory } from '../room/room-directory.ts'
import type { RestFault, RestFaults } from './rest-faults.ts'

/** Bad luck on demand, for tests and for trying things out. */
export interface Simulate {
  /**
   * Cuts the connections of a person, as a network that dies does; the SDK then restores them by itself.
   * Answers how many were cut. Throws a `NobodyThere` when the person is not in the room (or, without
   * `roomName`, in any room).
   */
  dropSocket(identity: string, where?: { roomName?: string }): number
  /** Lets the next calls to the REST API fail, one call for each fault. */
  failRest(...faults: RestFault[]): void
  /** Sends every status callback so many times from now on. Twilio repeats what was not answered. */
  repeatCallbacks(times: number): void
  /** Keeps status callbacks back until they are released, `backwards` or in the order of the events. */
  holdCallbacks(): void
  /** Sends what was kept back. Resolves when all of it was answered or given up. */
  releaseCallbacks(order?: 'forwards' | 'backwards'): Promise<void>
}

/** Thrown when a simulation names somebody who is not connected. */
export class NobodyThere extends Error {
  override readonly name = 'NobodyThere'
}

export interface SimulateWorld {
  rooms: RoomDirectory
  faults: RestFaults
  callbacks: StatusCallbacks
}

export function createSimulate({ rooms, faults, callbacks }: SimulateWorld): Simulate {
  return {
    dropSocket(identity, { roomName } = {}) {
      const people = find(rooms, identity, roomName)
      for (const participant of people) participant.line?.cut()
      return people.length
    },
    failRest: (...more) => faults.add(more),
    repeatCallbacks: (times) => callbacks.repeat(times),
    holdCallbacks: () => callbacks.hold(),
    releaseCallbacks: (order = 'forwards') => callbacks.release(order),
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
