import type { Timers } from '../clock/timers.ts'
import type { SocketHandler } from '../http/serve-web-sockets.ts'
import type { Weather } from '../simulate/weather.ts'
import { InOrder } from './in-order.ts'
import type { Line } from './line.ts'
import { SignalingSession, type SignalingWorld } from './signaling-session.ts'
import { TcmpConnection } from './tcmp-connection.ts'
import type { TextSocket } from './text-socket.ts'

export interface ServeSignalingWorld extends Omit<SignalingWorld, 'nextRefusal' | 'isAway'> {
  weather: Weather
  timers: Timers
  /** Milliseconds since the epoch. */
  now(): number
}

/** Serves the room protocol on one socket, in the weather that there is. */
export function serveSignaling(socket: TextSocket, world: ServeSignalingWorld): SocketHandler {
  const { weather, timers } = world
  const [inbound, outbound] = [new InOrder(world), new InOrder(world)]
  const delay = () => weather.delayOf(session.identity)
  const connection: TcmpConnection = new TcmpConnection(socket, timers, {
    busy: () => weather.nextBusy(),
    onMessage: (body) => inbound.push(delay(), () => session.receive(body)),
    onClose: () => session.lost(),
  })
  const line: Line = {
    send: (message) => outbound.push(delay(), () => connection.send(message)),
    end: (message) => outbound.push(delay(), () => connection.end(message)),
    cut: () => connection.cut(),
  }
  const session = new SignalingSession(
    {
      ...world,
      nextRefusal: (identity) => weather.nextRefusal(identity),
      isAway: (identity) => weather.isAway(identity),
    },
    line,
  )
  return connection
}
