import type { ConnectionReport, ConnectionStep } from '../../../room/connection-report.ts'
import type { CallController } from '../../../session/call-controller.ts'
import { bookingIdOf } from '../../../session/call-session.ts'

export type RunCheck = typeof runCheck

const NOT_CHECKED: ConnectionReport = { quality: 'none', problem: 'check-failed' }
const UNREACHABLE: ConnectionReport = { quality: 'none', problem: 'unreachable' }

/**
 * One check with the token of the open call, and another one when that was too old: a laptop may have slept
 * in the lobby. `null` when `signal` ended it. Never rejects.
 */
export async function runCheck(
  calls: Pick<CallController, 'getState' | 'checkConnection' | 'refreshToken'>,
  signal: AbortSignal,
  onStep: (step: ConnectionStep) => void,
): Promise<ConnectionReport | null> {
  const check = async () => (await calls.checkConnection({ signal, onStep })) ?? NOT_CHECKED
  try {
    const report = await check()
    if (report.quality !== 'none' || report.problem !== 'token-expired') return report
    await calls.refreshToken(bookingIdOf(calls.getState().session) ?? '')
    return signal.aborted ? null : await check()
  } catch {
    // What is left is code of the SDK that could not be fetched.
    return signal.aborted ? null : UNREACHABLE
  }
}
