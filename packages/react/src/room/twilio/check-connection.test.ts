import { EventEmitter } from 'node:events'
import type { PreflightTestReport } from 'twilio-video'
import { describe, expect, it } from 'vitest'
import { createFakeMediaTrack } from '../fake/fake-media-track.ts'
import { checkConnection } from './check-connection.ts'
import type { TwilioVideoOptions } from './connect-options.ts'
import type { TwilioSdk } from './twilio-sdk.ts'

/** A check of the SDK's that says what the test wants it to. */
class FakePreflight extends EventEmitter {
  isStopped = false
  stop(): void {
    this.isStopped = true
  }
}

const stat = (average: number) => ({ average, min: average, max: average })

const REPORT: PreflightTestReport = {
  testTiming: { start: 0, end: 6_000, duration: 6_000 },
  networkTiming: { media: { start: 0, end: 400, duration: 400 } },
  stats: { jitter: stat(0.004), rtt: stat(80), packetLoss: stat(0.5) },
  iceCandidateStats: [],
  selectedIceCandidatePairStats: null,
  progressEvents: [],
}

function setUp(host?: TwilioVideoOptions) {
  const test = new FakePreflight()
  const asked: { token: string; options: unknown }[] = []
  const sdk = {
    runPreflight(token: string, options: unknown) {
      asked.push({ token, options })
      return test
    },
  } as unknown as Pick<TwilioSdk, 'runPreflight'>
  const steps: string[] = []
  const abort = new AbortController()
  const check = () =>
    checkConnection(sdk, { token: 'token-1', signal: abort.signal, onStep: (step) => steps.push(step) }, host)
  return { test, asked, steps, abort, check }
}

const failure = (code?: number) =>
  Object.assign(new Error('Words of the vendor'), code === undefined ? {} : { code })

describe('a check of the connection with Twilio', () => {
  it('goes the way the call will go', async () => {
    const { check, asked, test } = setUp({ wsServer: 'ws://127.0.0.1:1/signaling', region: 'de1' })
    const checked = check()
    expect(asked).toEqual([
      {
        token: 'token-1',
        options: { duration: 5_000, wsServer: 'ws://127.0.0.1:1/signaling', region: 'de1' },
      },
    ])
    test.emit('completed', REPORT)
    await checked
  })

  it('leaves out what the host does not say: the SDK takes its own servers', () => {
    const { check, asked } = setUp()
    void check()
    expect(asked[0]?.options).toEqual({ duration: 5_000 })
  })

  it('tells each step as it begins', async () => {
    const { check, test, steps } = setUp()
    const checked = check()
    const said = ['mediaAcquired', 'connected', 'iceConnected', 'mediaSubscribed', 'mediaStarted']
    for (const name of said) test.emit('progress', name)
    test.emit('completed', REPORT)
    await checked
    expect(steps).toEqual(['reaching', 'connecting', 'measuring'])
  })

  it('answers in milliseconds and shares', async () => {
    const { check, test } = setUp()
    const checked = check()
    test.emit('completed', REPORT)
    expect(await checked).toEqual({
      quality: 'good',
      latencyMs: 80,
      jitterMs: 4,
      packetLoss: 0.005,
      connectMs: 400,
    })
  })

  it('says what was not measured, and never that fewer than none were lost', async () => {
    const { check, test } = setUp()
    const checked = check()
    const stats = { jitter: null, rtt: stat(0), packetLoss: stat(-2) }
    test.emit('completed', { ...REPORT, networkTiming: {}, stats })
    expect(await checked).toEqual({
      quality: 'good',
      latencyMs: null,
      jitterMs: null,
      packetLoss: 0,
      connectMs: null,
    })
  })

  it.each([
    [53405, 'media-blocked'],
    [53000, 'unreachable'],
    [53002, 'unreachable'],
    [20104, 'token-expired'],
    [20101, 'check-failed'],
    [53006, 'check-failed'],
    [undefined, 'check-failed'],
  ])('takes %s for %s, in no words of the vendor', async (code, problem) => {
    const { check, test } = setUp()
    const checked = check()
    test.emit('failed', failure(code), REPORT)
    expect(await checked).toEqual({ quality: 'none', problem })
  })

  it('ends at once when it is aborted, and sends nothing any more', async () => {
    const { check, test, abort, steps } = setUp()
    const [sound, picture, late] = [
      createFakeMediaTrack('audio'),
      createFakeMediaTrack('video'),
      createFakeMediaTrack('video'),
    ]
    const checked = check()
    test.emit('debug', { localTracks: [sound, picture] })
    abort.abort()
    await expect(checked).rejects.toEqual({ kind: 'left' })
    expect(test.isStopped).toBe(true)
    expect([sound.readyState, picture.readyState]).toEqual(['ended', 'ended'])
    test.emit('debug', { localTracks: [late] })
    expect(late.readyState).toBe('ended')
    test.emit('progress', 'mediaStarted')
    test.emit('failed', failure())
    expect(steps).toEqual([])
  })

  it('does not begin when it is aborted already', async () => {
    const { check, asked, abort } = setUp()
    abort.abort()
    await expect(check()).rejects.toEqual({ kind: 'left' })
    expect(asked).toEqual([])
  })
})
