import { randomBytes } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import type { Timers } from '../clock/timers.ts'
import type { IceServer } from '../signaling/server-message.ts'
import type { RelayWeather } from './relay-weather.ts'
import { createTurnCredentials } from './turn-credentials.ts'
import { TurnServer } from './turn-server.ts'
import type { OpenUdp, UdpSocket } from './udp.ts'

export interface RelayWorld {
  openUdp: OpenUdp
  weather: RelayWeather
  timers: Timers
  /** Milliseconds since the epoch. */
  now(): number
  newId(): string
}

/** The TURN server of an emulator. It opens its port when somebody is told of it for the first time. */
export interface Relay {
  /** Address, name and password, for one client. Rejects when no port can be opened. */
  iceServers(): Promise<readonly IceServer[]>
  /** How many clients have a place on it. */
  readonly size: number
  /** Ends what every client has. */
  clear(): void
  /** No socket and no timer is left. Idempotent. */
  close(): void
}

export function createRelay(world: RelayWorld): Relay {
  const { weather, timers, now, openUdp, newId } = world
  const credentials = createTurnCredentials(randomBytes(32).toString('hex'), newId, now)
  let opening: Promise<UdpSocket> | null = null
  let socket: UdpSocket | null = null
  let isClosed = false
  const server = new TurnServer({
    ...{ credentials, timers, now, openUdp },
    mayReach: isOfThisMachine,
    newTransaction: () => randomBytes(12),
    send: (datagram, to) => weather.carry(() => socket?.send(datagram, to)),
  })

  async function open(): Promise<UdpSocket> {
    const opened = await openUdp((datagram, from) => {
      weather.carry(() => void server.receive(datagram, from))
    })
    if (isClosed) opened.close()
    socket = opened
    return opened
  }

  return {
    async iceServers() {
      opening ??= open().catch((error: unknown) => {
        opening = null
        throw error
      })
      const { address, port } = (await opening).address
      return [{ urls: `turn:${address}:${port}?transport=udp`, ...credentials.mint() }]
    },
    get size() {
      return server.size
    },
    clear: () => server.clear(),
    close() {
      isClosed = true
      server.close()
      weather.close()
      socket?.close()
    },
  }
}

/** Packets go from one page of this machine to another, and nowhere else. */
function isOfThisMachine(address: string): boolean {
  if (address.startsWith('127.')) return true
  return Object.values(networkInterfaces()).some((list) => list?.some((own) => own.address === address))
}
