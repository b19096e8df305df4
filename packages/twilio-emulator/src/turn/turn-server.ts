import type { Timers } from '../clock/timers.ts'
import { Allocation } from './allocation.ts'
import { decodeChannelData, encodeChannelData, isChannelNumber } from './channel-data.ts'
import { checkRequest } from './check-request.ts'
import { decodeStun, encodeStun, findAttribute, type ReceivedStun } from './stun-message.ts'
import { ATTRIBUTE, METHOD, type StunErrorCode } from './stun-numbers.ts'
import { decodeAddress, decodeNumber, encodeAddress, encodeNumber } from './stun-values.ts'
import { encodeAnswer, type TurnAnswer } from './turn-answer.ts'
import type { TurnCredentials } from './turn-credentials.ts'
import { keyOf, type OpenUdp, type UdpAddress } from './udp.ts'

export interface TurnWorld {
  credentials: TurnCredentials
  timers: Timers
  /** Milliseconds since the epoch. */
  now(): number
  /** Opens the address that peers of one client see. */
  openUdp: OpenUdp
  /** Whom clients may reach: a relay that reaches everybody is a gift to strangers. */
  mayReach(address: string): boolean
  newTransaction(): Buffer
  /** Sends to a client. */
  send(datagram: Buffer, to: UdpAddress): void
}

const UDP = 17
const FAMILY_IPV4 = 1
const SHORTEST_LIFE_SECONDS = 600
const LONGEST_LIFE_SECONDS = 3600

/** The part of TURN over UDP that browsers use: RFC 8656 without IPv6, TCP, reservations and fragments. */
export class TurnServer {
  readonly #world: TurnWorld
  readonly #allocations = new Map<string, Allocation>()
  /** Clients whose address is being opened: their request may come again meanwhile. */
  readonly #opening = new Set<string>()
  #isClosed = false

  constructor(world: TurnWorld) {
    this.#world = world
  }

  /** How many clients have a place on the relay. */
  get size(): number {
    return this.#allocations.size
  }

  /** A datagram from a client. What makes no sense is ignored, like anything that is lost on the way. */
  async receive(datagram: Buffer, from: UdpAddress): Promise<void> {
    const allocation = this.#allocations.get(keyOf(from))
    const onChannel = decodeChannelData(datagram)
    const message = onChannel ? null : decodeStun(datagram)
    if (onChannel) {
      const peer = allocation?.peerOf(onChannel.channel)
      if (peer) allocation?.send(onChannel.data, peer)
    } else if (message?.kind === 'indication' && message.method === METHOD.send) {
      const peer = decodeAddress(findAttribute(message, ATTRIBUTE.xorPeerAddress))
      const data = findAttribute(message, ATTRIBUTE.data)
      if (peer && peer !== 'other-family' && data) allocation?.send(data, peer)
    } else if (message?.kind === 'request') {
      await this.#request(message, from)
    }
  }

  /** Ends what every client has. */
  clear(): void {
    for (const client of [...this.#allocations.keys()]) this.#end(client)
  }

  /** Takes nobody any more. */
  close(): void {
    this.#isClosed = true
    this.clear()
  }

  async #request(request: ReceivedStun, from: UdpAddress): Promise<void> {
    const { credentials, send } = this.#world
    const answer = (what: TurnAnswer, key?: Buffer) =>
      send(encodeAnswer(request, what, credentials.nonce(), key), from)
    if (request.method === METHOD.binding) {
      return answer([{ type: ATTRIBUTE.xorMappedAddress, value: encodeAddress(from) }])
    }
    const asker = checkRequest(request, credentials)
    if ('code' in asker) return answer(asker)
    const allocation = this.#allocations.get(keyOf(from))
    if (allocation && allocation.owner !== asker.username) return answer({ code: 441 }, asker.key)
    const result =
      request.method === METHOD.allocate
        ? await this.#allocate(request, from, asker.username)
        : this.#change(request, from, allocation)
    if (result) answer(result, asker.key)
  }

  /** Null: the same request is being answered already. */
  async #allocate(request: ReceivedStun, from: UdpAddress, owner: string): Promise<TurnAnswer | null> {
    const client = keyOf(from)
    const known = this.#allocations.get(client)
    if (known) {
      return known.transaction.equals(request.transaction) ? describe(known, request, from) : { code: 437 }
    }
    const code = unfit(request)
    if (code) return { code }
    if (this.#opening.has(client)) return null
    this.#opening.add(client)
    try {
      const relay = await this.#world.openUdp((data, peer) => this.#deliver(data, peer, from))
      const transaction = Buffer.from(request.transaction)
      const world = { ...this.#world, onExpired: () => this.#end(client) }
      const allocation = new Allocation(world, { owner, transaction, relay })
      if (this.#isClosed) {
        allocation.close()
        return null
      }
      this.#allocations.set(client, allocation)
      allocation.liveFor(lifeOf(request) || SHORTEST_LIFE_SECONDS)
      return describe(allocation, request, from)
    } catch {
      return { code: 508 }
    } finally {
      this.#opening.delete(client)
    }
  }

  #change(request: ReceivedStun, from: UdpAddress, allocation: Allocation | undefined): TurnAnswer {
    if (!allocation) return { code: 437 }
    if (request.method === METHOD.refresh) {
      const seconds = lifeOf(request)
      if (seconds === 0) this.#end(keyOf(from))
      else allocation.liveFor(seconds)
      return [{ type: ATTRIBUTE.lifetime, value: encodeNumber(seconds) }]
    }
    const peers = request.attributes
      .filter(({ type }) => type === ATTRIBUTE.xorPeerAddress)
      .map(({ value }) => this.#reachable(value))
    const refusal = peers.find((peer) => typeof peer === 'number')
    if (refusal) return { code: refusal }
    const [first, ...others] = peers.filter((peer) => typeof peer === 'object')
    if (!first) return { code: 400 }
    if (request.method === METHOD.createPermission) {
      for (const peer of [first, ...others]) allocation.permit(peer)
      return []
    }
    const channel = channelIn(request)
    const isBound = request.method === METHOD.channelBind && channel && allocation.bind(channel, first)
    return isBound ? [] : { code: 400 }
  }

  #reachable(value: Buffer): UdpAddress | StunErrorCode {
    const peer = decodeAddress(value)
    if (!peer) return 400
    if (peer === 'other-family') return 443
    return this.#world.mayReach(peer.address) ? peer : 403
  }

  /** A peer wrote to the address that it sees. */
  #deliver(data: Buffer, peer: UdpAddress, client: UdpAddress): void {
    const allocation = this.#allocations.get(keyOf(client))
    if (!allocation?.isPermitted(peer)) return
    const channel = allocation.channelOf(peer)
    const datagram = channel === null ? this.#indicate(data, peer) : encodeChannelData({ channel, data })
    this.#world.send(datagram, client)
  }

  #indicate(data: Buffer, peer: UdpAddress): Buffer {
    return encodeStun({
      method: METHOD.data,
      kind: 'indication',
      transaction: this.#world.newTransaction(),
      attributes: [
        { type: ATTRIBUTE.xorPeerAddress, value: encodeAddress(peer) },
        { type: ATTRIBUTE.data, value: data },
      ],
    })
  }

  #end(client: string): void {
    this.#allocations.get(client)?.close()
    this.#allocations.delete(client)
  }
}

/** Why nobody can have what this request asks for; null when they can. */
function unfit(request: ReceivedStun): StunErrorCode | null {
  const transport = findAttribute(request, ATTRIBUTE.requestedTransport)
  const family = findAttribute(request, ATTRIBUTE.requestedAddressFamily)
  if (!transport) return 400
  if (transport.at(0) !== UDP) return 442
  return family && family.at(0) !== FAMILY_IPV4 ? 440 : null
}

function describe(allocation: Allocation, request: ReceivedStun, client: UdpAddress): TurnAnswer {
  const seconds = lifeOf(request) || SHORTEST_LIFE_SECONDS
  return [
    { type: ATTRIBUTE.xorRelayedAddress, value: encodeAddress(allocation.relay.address) },
    { type: ATTRIBUTE.lifetime, value: encodeNumber(seconds) },
    { type: ATTRIBUTE.xorMappedAddress, value: encodeAddress(client) },
  ]
}

/** What a client wishes, in seconds, within limits; 0, which ends it, stays 0. */
function lifeOf(request: ReceivedStun): number {
  const wish = decodeNumber(findAttribute(request, ATTRIBUTE.lifetime)) ?? SHORTEST_LIFE_SECONDS
  return wish === 0 ? 0 : Math.min(Math.max(wish, SHORTEST_LIFE_SECONDS), LONGEST_LIFE_SECONDS)
}

function channelIn(request: ReceivedStun): number | null {
  const value = findAttribute(request, ATTRIBUTE.channelNumber)
  const channel = value && value.length >= 2 ? value.readUInt16BE() : 0
  return isChannelNumber(channel) ? channel : null
}
