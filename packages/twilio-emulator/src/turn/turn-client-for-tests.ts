import { createHash } from 'node:crypto'
import type { IceServer } from '../signaling/server-message.ts'
import { decodeChannelData, encodeChannelData } from './channel-data.ts'
import {
  decodeStun,
  encodeStun,
  findAttribute,
  type ReceivedStun,
  type StunAttribute,
} from './stun-message.ts'
import { ATTRIBUTE, METHOD } from './stun-numbers.ts'
import { decodeAddress, encodeAddress, encodeNumber } from './stun-values.ts'
import type { OpenUdp, UdpAddress } from './udp.ts'

/** A client of the relay that does what it is told to, and remembers what it hears. */
export class TurnClient {
  /** What peers said, in order, and how it came. */
  readonly heard: { text: string; from: UdpAddress | number }[] = []
  #server: UdpAddress = { address: '127.0.0.1', port: 0 }
  #send: (datagram: Buffer) => void = () => {}
  #credentials = { username: '', credential: '' }
  #realm = ''
  #nonce = ''
  #transactions = 0
  readonly #answers = new Map<string, (answer: ReceivedStun) => void>()

  static async open(openUdp: OpenUdp, server: IceServer): Promise<TurnClient> {
    const client = new TurnClient()
    const [address = '', port = ''] = String(server.urls).replace('turn:', '').split(/[:?]/)
    client.#server = { address, port: Number(port) }
    client.#credentials = { username: server.username ?? '', credential: server.credential ?? '' }
    const socket = await openUdp((datagram) => client.#receive(datagram))
    client.#send = (datagram) => socket.send(datagram, client.#server)
    return client
  }

  /** Asks as somebody who does not know the nonce yet, then again with it. Answers the address that peers see. */
  async allocate(attributes: readonly StunAttribute[] = []): Promise<UdpAddress> {
    const wish = [{ type: ATTRIBUTE.requestedTransport, value: Buffer.from([17, 0, 0, 0]) }, ...attributes]
    this.learn(await this.ask(METHOD.allocate, wish, { isSigned: false }))
    const answer = await this.ask(METHOD.allocate, wish)
    const relayed = decodeAddress(findAttribute(answer, ATTRIBUTE.xorRelayedAddress))
    if (!relayed || relayed === 'other-family') throw new Error(`Refused: ${codeOf(answer)}`)
    return relayed
  }

  /** Takes realm and nonce from a refusal. */
  learn(refusal: ReceivedStun): void {
    this.#realm = String(findAttribute(refusal, ATTRIBUTE.realm))
    this.#nonce = String(findAttribute(refusal, ATTRIBUTE.nonce))
  }

  permit(...peers: UdpAddress[]): Promise<ReceivedStun> {
    return this.ask(METHOD.createPermission, peers.map(peerAttribute))
  }

  bind(channel: number, peer: UdpAddress): Promise<ReceivedStun> {
    const value = encodeNumber(channel * 0x10000)
    return this.ask(METHOD.channelBind, [{ type: ATTRIBUTE.channelNumber, value }, peerAttribute(peer)])
  }

  refresh(seconds: number): Promise<ReceivedStun> {
    return this.ask(METHOD.refresh, [{ type: ATTRIBUTE.lifetime, value: encodeNumber(seconds) }])
  }

  indicate(text: string, peer: UdpAddress): void {
    const attributes = [peerAttribute(peer), { type: ATTRIBUTE.data, value: Buffer.from(text) }]
    this.#send(
      encodeStun({
        method: METHOD.send,
        kind: 'indication',
        transaction: this.#newTransaction(),
        attributes,
      }),
    )
  }

  sayOn(channel: number, text: string): void {
    this.#send(encodeChannelData({ channel, data: Buffer.from(text) }))
  }

  /** Sends a request and waits for its answer. */
  ask(
    method: number,
    attributes: readonly StunAttribute[],
    how: { isSigned?: boolean; transaction?: Buffer; credential?: string } = {},
  ): Promise<ReceivedStun> {
    const { isSigned = true, transaction = this.#newTransaction() } = how
    const { username, credential } = { ...this.#credentials, ...how }
    const signature = [
      { type: ATTRIBUTE.username, value: Buffer.from(username) },
      { type: ATTRIBUTE.realm, value: Buffer.from(this.#realm) },
      { type: ATTRIBUTE.nonce, value: Buffer.from(this.#nonce) },
    ]
    const key = createHash('md5').update(`${username}:${this.#realm}:${credential}`).digest()
    const all = isSigned ? [...attributes, ...signature] : attributes
    const request = { method, kind: 'request', transaction, attributes: all } as const
    return new Promise((resolve) => {
      this.#answers.set(transaction.toString('hex'), resolve)
      this.#send(isSigned ? encodeStun(request, key) : encodeStun(request))
    })
  }

  #newTransaction(): Buffer {
    this.#transactions += 1
    return Buffer.concat([Buffer.alloc(8), encodeNumber(this.#transactions)])
  }

  #receive(datagram: Buffer): void {
    const onChannel = decodeChannelData(datagram)
    const message = decodeStun(datagram)
    if (onChannel) this.heard.push({ text: String(onChannel.data), from: onChannel.channel })
    else if (message?.kind === 'indication') {
      const from = decodeAddress(findAttribute(message, ATTRIBUTE.xorPeerAddress))
      const text = String(findAttribute(message, ATTRIBUTE.data))
      if (from && from !== 'other-family') this.heard.push({ text, from })
    } else if (message) this.#answers.get(message.transaction.toString('hex'))?.(message)
  }
}

/** The code of a refusal; null when the request was done. */
export function codeOf(answer: ReceivedStun): number | null {
  const value = findAttribute(answer, ATTRIBUTE.errorCode)
  return answer.kind === 'error' && value ? value.readUInt8(2) * 100 + value.readUInt8(3) : null
}

function peerAttribute(peer: UdpAddress): StunAttribute {
  return { type: ATTRIBUTE.xorPeerAddress, value: encodeAddress(peer) }
}
