/** Data on a channel: a shorter envelope for a peer that is written to often. */
export interface ChannelData {
  channel: number
  data: Buffer
}

const FIRST_CHANNEL = 0x4000
const LAST_CHANNEL = 0x4fff

export function isChannelNumber(channel: number): boolean {
  return channel >= FIRST_CHANNEL && channel <= LAST_CHANNEL
}

/** Null when a datagram is no data on a channel. Over UDP nothing is padded, and what is too much is ignored. */
export function decodeChannelData(datagram: Buffer): ChannelData | null {
  if (datagram.length < 4) return null
  const channel = datagram.readUInt16BE(0)
  const end = 4 + datagram.readUInt16BE(2)
  if (!isChannelNumber(channel) || end > datagram.length) return null
  return { channel, data: datagram.subarray(4, end) }
}

export function encodeChannelData({ channel, data }: ChannelData): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(channel, 0)
  head.writeUInt16BE(data.length, 2)
  return Buffer.concat([head, data])
}
