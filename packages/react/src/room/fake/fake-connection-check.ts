import type { ConnectionCheckRequest, ConnectionReport, ConnectionStep } from '../connection-report.ts'
import type { RoomClient } from '../room-client.ts'
import type { RoomEnd } from '../room-end.ts'

/** The connection as tests and stories want it to be. */
export interface FakeConnectionCheck extends Pick<RoomClient, 'checkConnection'> {
  /** Every check that was asked for, oldest first. */
  readonly checks: readonly ConnectionCheckRequest[]
  /** The checks that are under way. */
  readonly openChecks: number
  /** What checks find from now on; a good connection, as long as nobody says otherwise. */
  findConnection(report: ConnectionReport): void
  /** Checks stay in this step until the answer is called, or until they are aborted. */
  holdChecks(step?: ConnectionStep): () => void
}

/** What a check finds where everything is well. */
export const GOOD_CONNECTION: ConnectionReport = {
  quality: 'good',
  latencyMs: 42,
  jitterMs: 4,
  packetLoss: 0,
  connectMs: 380,
}

const LEFT: RoomEnd = { kind: 'left' }
const STEPS: readonly ConnectionStep[] = ['reaching', 'connecting', 'measuring']

export function createFakeConnectionCheck(): FakeConnectionCheck {
  const checks: ConnectionCheckRequest[] = []
  let found = GOOD_CONNECTION
  let held: { step: ConnectionStep; released: Promise<void> } | null = null
  let openChecks = 0

  async function run({ onStep, signal }: ConnectionCheckRequest): Promise<ConnectionReport> {
    const hold = held
    for (const step of STEPS) {
      await Promise.resolve()
      if (signal.aborted) throw LEFT
      onStep?.(step)
      if (hold?.step === step) await orAborted(hold.released, signal)
    }
    return found
  }

  return {
    checks,
    get openChecks() {
      return openChecks
    },
    async checkConnection(request) {
      checks.push(request)
      openChecks += 1
      try {
        return await run(request)
      } finally {
        openChecks -= 1
      }
    },
    findConnection(report) {
      found = report
    },
    holdChecks(step = 'measuring') {
      let release = () => {}
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      held = { step, released }
      return () => {
        held = null
        release()
      }
    },
  }
}

function orAborted(wait: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(LEFT), { once: true })
    void wait.then(resolve)
  })
}
