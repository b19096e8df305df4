import { onTestFinished } from 'vitest'
import { createTwilioEmulator, type TwilioEmulator, type TwilioEmulatorOptions } from '../src/index.ts'
import { credentials } from './signaling-client.ts'

export const AUTH_TOKEN = 'the-auth-token-of-the-account'

/** An emulator for one test, closed when it is over. */
export async function start(options: Partial<TwilioEmulatorOptions> = {}): Promise<TwilioEmulator> {
  const emulator = await createTwilioEmulator({
    accountSid: credentials.accountSid,
    apiKeys: { [credentials.apiKeySid]: credentials.apiKeySecret },
    authToken: AUTH_TOKEN,
    ...options,
  })
  onTestFinished(() => emulator.close())
  return emulator
}
