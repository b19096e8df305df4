import { describe, expect, it } from 'vitest'
import type { RoomStatistics, TrackStatistics } from '../../room/room-client.ts'
import { trackRates } from './track-rates.ts'

const video: TrackStatistics = {
  sid: 'MT1',
  kind: 'video',
  direction: 'received',
  bytes: 1_000_000,
  packets: 1_000,
  packetsLost: 10,
  roundTripMs: null,
  width: 1280,
  height: 720,
  frameRate: 30,
  codec: 'VP8',
}
const count = (at: number, change: Partial<TrackStatistics> = {}): RoomStatistics => ({
  at,
  tracks: [{ ...video, ...change }],
})

describe('the rates of a track', () => {
  it('are unknown after one count, what it is like is not', () => {
    expect(trackRates(null, count(0)).get('MT1')).toMatchObject({
      kilobitsPerSecond: null,
      lost: null,
      width: 1280,
      codec: 'VP8',
    })
  })

  it('are what came between two counts', () => {
    const rate = trackRates(count(0), count(2000, { bytes: 1_250_000, packets: 1_190, packetsLost: 20 }))
    expect(rate.get('MT1')).toMatchObject({ kilobitsPerSecond: 1000, lost: 0.05 })
  })

  it('are unknown again when the connection was made anew', () => {
    expect(trackRates(count(0), count(2000, { bytes: 10 })).get('MT1')).toMatchObject({
      kilobitsPerSecond: null,
      lost: null,
    })
  })

  it('know nothing of a loss while nothing came', () => {
    expect(trackRates(count(0), count(2000)).get('MT1')).toMatchObject({ kilobitsPerSecond: 0, lost: null })
  })
})
