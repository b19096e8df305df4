import { describe, expect, it } from 'vitest'
import { type ConnectionMeasures, judgeConnection } from './judge-connection.ts'

const perfect: ConnectionMeasures = { latencyMs: 20, jitterMs: 2, packetLoss: 0, connectMs: 300 }
const judge = (change: Partial<ConnectionMeasures>) => judgeConnection({ ...perfect, ...change })

describe('a connection', () => {
  it.each([
    ['good', { latencyMs: 300 }],
    ['fair', { latencyMs: 301 }],
    ['fair', { latencyMs: 400 }],
    ['poor', { latencyMs: 401 }],
    ['good', { jitterMs: 30 }],
    ['fair', { jitterMs: 31 }],
    ['fair', { jitterMs: 50 }],
    ['poor', { jitterMs: 51 }],
    ['good', { packetLoss: 0.01 }],
    ['fair', { packetLoss: 0.011 }],
    ['fair', { packetLoss: 0.05 }],
    ['poor', { packetLoss: 0.051 }],
  ])('is %s with %o', (quality, change) => {
    expect(judge(change)).toBe(quality)
  })

  it('is as good as its worst measure', () => {
    expect(judge({ latencyMs: 350, packetLoss: 0.2 })).toBe('poor')
  })

  it('is not blamed for what could not be measured, nor for a slow start', () => {
    expect(judge({ latencyMs: null, jitterMs: null, packetLoss: null, connectMs: 9_000 })).toBe('good')
  })
})
