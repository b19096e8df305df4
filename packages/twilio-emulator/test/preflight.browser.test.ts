import * as Video from 'twilio-video'
import { afterEach, describe, expect, inject, it } from 'vitest'
import '../../../tests/browser/emulator-for-tests.ts'
import { eventually } from './eventually.ts'
import { rest, simulate, tokenFor } from './people.ts'

afterEach(() => simulate.clear())

const emulator = inject('twilioEmulator')
const DURATION_MS = 3_000
// What fails on purpose here would fill the screen.
Video.Logger.getLogger('twilio-video-default').setLevel('silent')

interface Outcome {
  report: Video.PreflightTestReport | null
  code: number | null
}

/** The real SDK's check of the connection, to its end. */
async function check(): Promise<Outcome> {
  const options = { duration: DURATION_MS, wsServer: emulator.signalingUrl }
  const test = Video.runPreflight(await tokenFor('alice'), options as Video.PreflightOptions)
  return new Promise((resolve) => {
    test.on('completed', (report) => resolve({ report, code: null }))
    test.on('failed', (error) => resolve({ report: null, code: 'code' in error ? Number(error.code) : 0 }))
  })
}

async function relayClients(): Promise<number> {
  const { body } = await rest('GET', '/emulator/relay')
  return body.clients
}

describe('a check of the connection by the real SDK', () => {
  it('sends media over the relay and measures it', async () => {
    // A page that was closed in the middle keeps its place for some minutes.
    const before = await relayClients()
    const { report, code } = await check()
    expect(code).toBeNull()
    expect(report?.selectedIceCandidatePairStats?.remoteCandidate.candidateType).toBe('relay')
    expect(report?.stats.rtt?.average).toBeLessThan(150)
    expect(report?.stats.packetLoss?.average).toBeLessThan(5)
    await eventually('its places on the relay are given up', async () => (await relayClients()) <= before)
  }, 60_000)

  it('notices a slow relay', async () => {
    await simulate.troubleRelay({ delayMs: 150 })
    const { report } = await check()
    expect(report?.stats.rtt?.average).toBeGreaterThan(250)
  }, 60_000)

  it('fails with 53405 when nothing gets through', async () => {
    await simulate.troubleRelay({ blocked: true })
    expect((await check()).code).toBe(53405)
  }, 90_000)
})
