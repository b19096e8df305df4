import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decodeChannelData, encodeChannelData } from './channel-data.ts'
import { decodeStun, encodeStun, findAttribute, isSignedWith } from './stun-message.ts'
import { ATTRIBUTE, METHOD } from './stun-numbers.ts'
import { decodeAddress, encodeAddress, encodeError } from './stun-values.ts'

const bytes = (hex: string) => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex')

/** The sample request with long-term credentials of RFC 5769, section 2.4. */
const SAMPLE = bytes(`
  00010060 2112a442 78ad3433 c6ad72c0 29da412e
  00060012 e3839ee3 8388e383 aae38383 e382afe3 82b90000
  0015001c 662f2f34 39396b39 35346436 4f4c3334 6f4c3946 53547679 36347341
  0014000b 6578616d 706c652e 6f726700
  00080014 f6702465 6dd64a3e 02b8e071 2e85c9a2 8ca89666`)
const key = (password: string) => createHash('md5').update(`マトリックス:example.org:${password}`).digest()

describe('a STUN message', () => {
  it('is read as the standard writes it, and its signature holds', () => {
    const message = decodeStun(SAMPLE)
    expect(message).toMatchObject({ method: METHOD.binding, kind: 'request' })
    expect(message && String(findAttribute(message, ATTRIBUTE.realm))).toBe('example.org')
    expect(message && isSignedWith(message, key('TheMatrIX'))).toBe(true)
    expect(message && isSignedWith(message, key('TheMatrix'))).toBe(false)
  })

  it('is written as it was read', () => {
    const message = decodeStun(SAMPLE)
    expect(message && encodeStun(message, key('TheMatrIX')).equals(SAMPLE)).toBe(true)
  })

  it('loses its signature when a bit of it changes', () => {
    const forged = Buffer.from(SAMPLE)
    forged.writeUInt8(forged.readUInt8(30) ^ 1, 30)
    const message = decodeStun(forged)
    expect(message && isSignedWith(message, key('TheMatrIX'))).toBe(false)
  })

  it('says nothing behind its signature', () => {
    const extra = encodeStun({
      method: METHOD.binding,
      kind: 'request',
      transaction: SAMPLE.subarray(8, 20),
      attributes: [{ type: ATTRIBUTE.username, value: Buffer.from('mallory!') }],
    }).subarray(20)
    const longer = Buffer.concat([SAMPLE, extra])
    longer.writeUInt16BE(longer.length - 20, 2)
    const message = decodeStun(longer)
    expect(message?.attributes.filter(({ type }) => type === ATTRIBUTE.username)).toHaveLength(1)
    expect(message && isSignedWith(message, key('TheMatrIX'))).toBe(true)
  })

  it('is nothing when it is cut anywhere', () => {
    for (let length = 0; length < SAMPLE.length; length += 1) {
      expect(decodeStun(SAMPLE.subarray(0, length))).toBeNull()
    }
  })

  it('is nothing when an attribute is longer than the message', () => {
    const broken = Buffer.from(SAMPLE)
    broken.writeUInt16BE(0xffff, 22)
    expect(decodeStun(broken)).toBeNull()
  })
})

describe('what stands in it', () => {
  it('masks addresses as RFC 5769, section 2.2 does', () => {
    const address = { address: '192.0.2.1', port: 32_853 }
    expect(encodeAddress(address)).toEqual(bytes('0001a147 e112a643'))
    expect(decodeAddress(bytes('0001a147 e112a643'))).toEqual(address)
  })

  it('tells IPv6 from nonsense', () => {
    expect(decodeAddress(bytes('0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9'))).toBe('other-family')
    expect(decodeAddress(bytes('0001'))).toBeNull()
    expect(decodeAddress(null)).toBeNull()
  })

  it('writes a refusal as class, number and words', () => {
    expect(encodeError(437)).toEqual(Buffer.concat([bytes('00000425'), Buffer.from('Allocation Mismatch')]))
  })
})

describe('data on a channel', () => {
  const datagram = bytes('40010003 616263')

  it('is a number, a length and the data', () => {
    expect(encodeChannelData({ channel: 0x4001, data: Buffer.from('abc') })).toEqual(datagram)
    expect(decodeChannelData(Buffer.concat([datagram, Buffer.alloc(1)]))).toEqual({
      channel: 0x4001,
      data: Buffer.from('abc'),
    })
  })

  it('is neither a STUN message nor a fragment', () => {
    expect(decodeChannelData(SAMPLE)).toBeNull()
    expect(decodeChannelData(datagram.subarray(0, 5))).toBeNull()
    expect(decodeChannelData(bytes('4001'))).toBeNull()
  })
})
