import { type HttpAnswer, type HttpRequest, RestError } from '../http/http-types.ts'
import type { RoomDirectory } from '../room/room-directory.ts'
import { NobodyThere, type Simulate } from '../simulate/simulate.ts'
import { inspectRooms } from './inspect-rooms.ts'

export interface InspectorWorld {
  rooms: RoomDirectory
  simulate: Simulate
  reset(): void
}

/** What Twilio does not have: a look into the rooms, a reset and the simulations, under `/emulator`. */
export function createInspectorApi(world: InspectorWorld): (request: HttpRequest) => HttpAnswer | null {
  return ({ method, segments, form }) => {
    switch (`${method} /${segments.join('/')}`) {
      case 'GET /emulator/rooms':
        return { status: 200, body: { rooms: inspectRooms(world.rooms.list()) } }
      case 'POST /emulator/reset':
        world.reset()
        return { status: 200, body: {} }
      case 'POST /emulator/simulate/drop-socket':
        return { status: 200, body: { dropped: dropSocket(form) } }
      default:
        return null
    }
  }

  function dropSocket(form: URLSearchParams): number {
    const identity = form.get('identity')
    const roomName = form.get('roomName')
    if (!identity) throw new RestError(400, 20001, 'Say whose connection to cut: identity=...')
    try {
      return world.simulate.dropSocket(identity, roomName ? { roomName } : {})
    } catch (error) {
      if (error instanceof NobodyThere) throw new RestError(404, 20404, error.message)
      throw error
    }
  }
}
