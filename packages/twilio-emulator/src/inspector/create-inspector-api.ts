import type { HttpAnswer, HttpRequest } from '../http/http-types.ts'
import { answerSimulateCall } from '../simulate/answer-simulate-call.ts'
import type { Simulate } from '../simulate/simulate.ts'
import type { RoomInspection } from './inspect-rooms.ts'

export interface InspectorWorld {
  rooms(): RoomInspection[]
  simulate: Simulate
  /** How many clients have a place on the TURN server. */
  relayed(): number
  reset(): void
}

/** What Twilio does not have: a look into the rooms, a reset and the simulations, under `/emulator`. */
export function createInspectorApi(world: InspectorWorld): (request: HttpRequest) => HttpAnswer | null {
  return ({ method, segments, form }) => {
    const [root, resource, name, ...rest] = segments
    if (root !== 'emulator' || rest.length > 0) return null
    if (method === 'POST' && resource === 'simulate' && name !== undefined) {
      return answerSimulateCall(world.simulate, name, form)
    }
    switch (`${method} /${segments.join('/')}`) {
      case 'GET /emulator/rooms':
        return { status: 200, body: { rooms: world.rooms() } }
      case 'GET /emulator/relay':
        return { status: 200, body: { clients: world.relayed() } }
      case 'POST /emulator/reset':
        world.reset()
        return { status: 200, body: {} }
      default:
        return null
    }
  }
}
