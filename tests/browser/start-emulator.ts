import type { TestProject } from 'vitest/node'
import { createTwilioEmulator } from '../../packages/twilio-emulator/src/index.ts'
import type { EmulatorForTests } from './emulator-for-tests.ts'

const CREDENTIALS = {
  accountSid: 'AC00000000000000000000000000000001',
  apiKeySid: 'SK00000000000000000000000000000001',
  apiKeySecret: 'a-secret-for-tests-only-of-32-chars',
}

/**
 * Starts one Twilio emulator for all browser tests. Tests reach it by `inject('twilioEmulator')`; `inject('isLong')`
 * says whether cases that take most of a minute are wanted, too.
 */
export default async function startEmulator(project: TestProject): Promise<() => Promise<void>> {
  const { accountSid, apiKeySid, apiKeySecret } = CREDENTIALS
  const emulator = await createTwilioEmulator({ accountSid, apiKeys: { [apiKeySid]: apiKeySecret } })
  const forTests: EmulatorForTests = {
    ...CREDENTIALS,
    url: emulator.url,
    signalingUrl: emulator.signalingUrl,
  }
  project.provide('twilioEmulator', forTests)
  project.provide('isLong', process.env.MEETINGS_LONG === '1')
  return () => emulator.close()
}
