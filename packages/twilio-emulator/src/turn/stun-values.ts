import { MAGIC_COOKIE, STUN_ERRORS, type StunErrorCode } from './stun-numbers.ts'
import type { UdpAddress } from './udp.ts'

const IPV4 = 1

/** An address, masked so that no router on the way rewrites it. */
export function encodeAddress({ address, port }: UdpAddress): Buffer {
  const value = Buffer.alloc(8)
  value.writeUInt8(IPV4, 1)
  value.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), 2)
  const number = Buffer.from(address.split('.').map(Number)).readUInt32BE()
  value.writeUInt32BE((number ^ MAGIC_COOKIE) >>> 0, 4)
  return value
}

/** `other-family`: an address, but not of IPv4. Null: no address. */
export function decodeAddress(value: Buffer | null): UdpAddress | 'other-family' | null {
  if (!value || value.length < 8) return null
  if (value.readUInt8(1) !== IPV4) return 'other-family'
  const number = Buffer.alloc(4)
  number.writeUInt32BE((value.readUInt32BE(4) ^ MAGIC_COOKIE) >>> 0)
  return { address: number.join('.'), port: value.readUInt16BE(2) ^ (MAGIC_COOKIE >>> 16) }
}

export function encodeNumber(number: number): Buffer {
  const value = Buffer.alloc(4)
  value.writeUInt32BE(number)
  return value
}

export function decodeNumber(value: Buffer | null): number | null {
  return value?.length === 4 ? value.readUInt32BE() : null
}

export function encodeError(code: StunErrorCode): Buffer {
  const head = Buffer.from([0, 0, Math.floor(code / 100), code % 100])
  return Buffer.concat([head, Buffer.from(STUN_ERRORS[code])])
}
