import { createHmac, timingSafeEqual } from 'node:crypto'
import { ATTRIBUTE, MAGIC_COOKIE } from './stun-numbers.ts'

export interface StunAttribute {
  type: number
  value: Buffer
}

export interface StunMessage {
  /** One of `METHOD`, or something this server does not know. */
  method: number
  kind: StunKind
  /** 12 bytes; an answer carries those of its request. */
  transaction: Buffer
  attributes: readonly StunAttribute[]
}

/** A message as it came, with what is needed to check who sent it. */
export interface ReceivedStun extends StunMessage {
  /** What the integrity attribute signs, and its value; null without one. */
  signature: { signed: Buffer; hmac: Buffer } | null
}

export type StunKind = 'request' | 'indication' | 'success' | 'error'

const KINDS: readonly (readonly [StunKind, number])[] = [
  ['request', 0x000],
  ['indication', 0x010],
  ['success', 0x100],
  ['error', 0x110],
]
const KIND_BITS = 0x110
const HEADER_BYTES = 20
const HMAC_BYTES = 20

/** Reads a datagram; null when it is no whole STUN message. */
export function decodeStun(datagram: Buffer): ReceivedStun | null {
  if (datagram.length < HEADER_BYTES || datagram.readUInt32BE(4) !== MAGIC_COOKIE) return null
  const type = datagram.readUInt16BE(0)
  const kind = KINDS.find(([, bits]) => bits === (type & KIND_BITS))?.[0]
  if (type >= 0x4000 || !kind || datagram.readUInt16BE(2) !== datagram.length - HEADER_BYTES) return null

  const attributes: StunAttribute[] = []
  let signature: ReceivedStun['signature'] = null
  let offset = HEADER_BYTES
  while (offset < datagram.length) {
    if (offset + 4 > datagram.length) return null
    const attribute = datagram.readUInt16BE(offset)
    const end = offset + 4 + datagram.readUInt16BE(offset + 2)
    if (end > datagram.length) return null
    const value = datagram.subarray(offset + 4, end)
    if (attribute === ATTRIBUTE.messageIntegrity) {
      signature = { signed: withLength(datagram.subarray(0, offset), offset), hmac: value }
      // What stands behind it is not signed, so it says nothing.
      break
    }
    attributes.push({ type: attribute, value })
    offset = padded(end)
  }
  return { method: type & ~KIND_BITS, kind, transaction: datagram.subarray(8, 20), attributes, signature }
}

/** Writes a message, signed when there is a key. */
export function encodeStun(message: StunMessage, key?: Buffer): Buffer {
  const { method, kind, transaction, attributes } = message
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt16BE(method | (KINDS.find(([name]) => name === kind)?.[1] ?? 0), 0)
  header.writeUInt32BE(MAGIC_COOKIE, 4)
  transaction.copy(header, 8)
  const body = Buffer.concat(attributes.map(encodeAttribute))
  header.writeUInt16BE(body.length, 2)
  const bare = Buffer.concat([header, body])
  if (!key) return bare
  const signed = withLength(bare, bare.length)
  const value = hmacOf(signed, key)
  return Buffer.concat([signed, encodeAttribute({ type: ATTRIBUTE.messageIntegrity, value })])
}

/** Whether a message was signed with this key. */
export function isSignedWith({ signature }: ReceivedStun, key: Buffer): boolean {
  if (!signature || signature.hmac.length !== HMAC_BYTES) return false
  return timingSafeEqual(signature.hmac, hmacOf(signature.signed, key))
}

export function findAttribute({ attributes }: StunMessage, type: number): Buffer | null {
  return attributes.find((attribute) => attribute.type === type)?.value ?? null
}

function encodeAttribute({ type, value }: StunAttribute): Buffer {
  const bytes = Buffer.alloc(padded(4 + value.length))
  bytes.writeUInt16BE(type, 0)
  bytes.writeUInt16BE(value.length, 2)
  value.copy(bytes, 4)
  return bytes
}

/** The message up to the integrity attribute, its length counting as if that were the last one. */
function withLength(message: Buffer, integrityAt: number): Buffer {
  const copy = Buffer.from(message)
  copy.writeUInt16BE(integrityAt - HEADER_BYTES + 4 + HMAC_BYTES, 2)
  return copy
}

// SHA-1, because this is what the protocol says; here it keeps nobody out who is not on this machine anyway.
function hmacOf(signed: Buffer, key: Buffer): Buffer {
  return createHmac('sha1', key).update(signed).digest()
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}
