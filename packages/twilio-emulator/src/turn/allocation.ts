import type { Cancel, Timers } from '../clock/timers.ts'
import { keyOf, type UdpAddress, type UdpSocket } from './udp.ts'

const PERMISSION_MS = 5 * 60_000
const CHANNEL_MS = 10 * 60_000

export interface AllocationWorld {
  timers: Timers
  /** Milliseconds since the epoch. */
  now(): number
  /** Its time is over. */
  onExpired(): void
}

/** One client's place on the relay: whom it talks with, and until when. */
export class Allocation {
  /** The username that made it: nobody else may change it. */
  readonly owner: string
  /** The request that made it, which may come again when its answer was lost. */
  readonly transaction: Buffer
  /** The address that peers see. */
  readonly relay: UdpSocket
  readonly #world: AllocationWorld
  readonly #permissions = new Map<string, number>()
  readonly #channels = new Map<number, { peer: UdpAddress; until: number }>()
  #cancelExpiry: Cancel = () => {}

  constructor(world: AllocationWorld, made: Pick<Allocation, 'owner' | 'transaction' | 'relay'>) {
    this.#world = world
    this.owner = made.owner
    this.transaction = made.transaction
    this.relay = made.relay
  }

  /** From now on, in seconds. */
  liveFor(seconds: number): void {
    this.#cancelExpiry()
    this.#cancelExpiry = this.#world.timers.after(seconds * 1000, () => this.#world.onExpired())
  }

  /** Lets datagrams of an address in, from any of its ports. */
  permit({ address }: UdpAddress): void {
    this.#permissions.set(address, this.#world.now() + PERMISSION_MS)
  }

  isPermitted({ address }: UdpAddress): boolean {
    return (this.#permissions.get(address) ?? 0) > this.#world.now()
  }

  /** False: the channel belongs to another peer, or the peer to another channel. */
  bind(channel: number, peer: UdpAddress): boolean {
    const bound = this.peerOf(channel)
    const other = this.channelOf(peer)
    if ((bound && keyOf(bound) !== keyOf(peer)) || (other !== null && other !== channel)) return false
    this.#channels.set(channel, { peer, until: this.#world.now() + CHANNEL_MS })
    this.permit(peer)
    return true
  }

  peerOf(channel: number): UdpAddress | null {
    const entry = this.#channels.get(channel)
    return entry && entry.until > this.#world.now() ? entry.peer : null
  }

  channelOf(peer: UdpAddress): number | null {
    for (const [channel, entry] of this.#channels) {
      if (keyOf(entry.peer) === keyOf(peer) && entry.until > this.#world.now()) return channel
    }
    return null
  }

  /** Sends to a peer, unless it was never permitted. */
  send(data: Buffer, peer: UdpAddress): void {
    if (this.isPermitted(peer)) this.relay.send(data, peer)
  }

  close(): void {
    this.#cancelExpiry()
    this.relay.close()
  }
}
