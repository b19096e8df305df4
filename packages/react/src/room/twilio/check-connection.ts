import type { PreflightTestReport } from 'twilio-video'
import type { ConnectionCheckRequest, ConnectionReport, ConnectionStep } from '../connection-report.ts'
import { judgeConnection } from '../judge-connection.ts'
import type { RoomEnd } from '../room-end.ts'
import type { TwilioVideoOptions } from './connect-options.ts'
import type { PreflightEvents } from './preflight-events.ts'
import { createPreflightMedia } from './preflight-media.ts'
import { preflightOptions } from './preflight-options.ts'
import { problemOf } from './problem-of.ts'
import type { TwilioSdk } from './twilio-sdk.ts'

/** What begins once the SDK has said that something is done. */
const STEPS: Readonly<Record<string, ConnectionStep>> = {
  mediaAcquired: 'reaching',
  connected: 'connecting',
  mediaStarted: 'measuring',
}

const LEFT: RoomEnd = { kind: 'left' }

/**
 * Checks the way to Twilio with the SDK's `runPreflight`: painted pictures and a tone go from this browser over
 * Twilio's relay back to it, for some seconds. No room is entered, no device opened, and Twilio charges nothing.
 */
export function checkConnection(
  sdk: Pick<TwilioSdk, 'runPreflight'>,
  { token, signal, onStep }: ConnectionCheckRequest,
  host?: TwilioVideoOptions,
): Promise<ConnectionReport> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(LEFT)
    const test = sdk.runPreflight(token, preflightOptions(host))
    const events: PreflightEvents = test
    const media = createPreflightMedia(events)
    let isOver = false

    function end(settle: () => void): void {
      if (isOver) return
      isOver = true
      signal.removeEventListener('abort', abort)
      media.stop()
      settle()
    }
    function abort(): void {
      test.stop()
      end(() => reject(LEFT))
    }

    signal.addEventListener('abort', abort)
    events.on('progress', (name) => {
      const step = STEPS[String(name)]
      if (step && !isOver) onStep?.(step)
    })
    events.on('completed', (report) => end(() => resolve(describe(report as PreflightTestReport))))
    events.on('failed', (error) => end(() => resolve({ quality: 'none', problem: problemOf(error) })))
  })
}

function describe({ stats, networkTiming }: PreflightTestReport): ConnectionReport {
  const { rtt, jitter, packetLoss } = stats
  const lost = known(packetLoss?.average)
  const measures = {
    // Zero is what the SDK says when nothing was measured.
    latencyMs: known(rtt?.average) || null,
    jitterMs: known(jitter && jitter.average * 1000),
    // Late packets that were counted as lost before make the SDK's difference negative.
    packetLoss: lost === null ? null : Math.max(0, lost) / 100,
    connectMs: known(networkTiming.media?.duration),
  }
  return { quality: judgeConnection(measures), ...measures }
}

function known(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
