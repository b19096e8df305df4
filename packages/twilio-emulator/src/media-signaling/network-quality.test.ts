import { describe, expect, it } from 'vitest'
import { describeQuality, measureQuality, readQualityWish } from './network-quality.ts'

describe('the quality of a network', () => {
  it.each([
    [5, { ice: { rtt: 0.02 }, send: {}, recv: { fractionLost: 0, jitter: 0.001 } }],
    [4, { ice: { rtt: 0.2 }, send: {}, recv: {} }],
    [3, { ice: {}, send: { rtt: 0.3 }, recv: {} }],
    [2, { ice: {}, send: {}, recv: { jitter: 0.15 } }],
    [1, { ice: {}, send: {}, recv: { fractionLost: 0.5 } }],
  ])('is %i by its worst figure', (level, report) => {
    expect(measureQuality(report)).toBe(level)
  })

  it.each([null, 'report', {}, { send: null, recv: [] }, { send: { rtt: 'slow' } }])(
    'is the best when a report says nothing (%j)',
    (report) => {
      expect(measureQuality(report)).toBe(5)
    },
  )

  it('is told in as much detail as is wanted', () => {
    expect(readQualityWish({ reportLevel: 2, remoteReportLevel: 1 })).toEqual({ local: 2, remote: 1 })
    expect(describeQuality(3, 1)).toBe(3)
    expect(describeQuality(3, 2)).toMatchObject({ level: 3, audio: { send: 3 }, video: { recv: 3 } })
  })
})
