import { type TwilioVideoOptions, twilioVideo } from '@meetings/server/twilio'
import { createTwilioEmulator, type TwilioEmulatorOptions } from '@meetings/twilio-emulator'
import twilio from 'twilio'
import { onTestFinished } from 'vitest'

/** The account of these tests. */
export const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'the-api-key-secret',
}
export const AUTH_TOKEN = 'the-auth-token'
export const OTHER_AUTH_TOKEN = 'the-next-auth-token'

/** How the API key travels. */
export const BASIC = btoa(`${ACCOUNT.apiKeySid}:${ACCOUNT.apiKeySecret}`)

/** A local Twilio for one test, our provider on it, and Twilio's own library to look at what happened. */
export async function startTwilio(
  options: { emulator?: Partial<TwilioEmulatorOptions>; video?: Partial<TwilioVideoOptions> } = {},
) {
  const emulator = await createTwilioEmulator({
    accountSid: ACCOUNT.accountSid,
    apiKeys: { [ACCOUNT.apiKeySid]: ACCOUNT.apiKeySecret },
    authToken: AUTH_TOKEN,
    ...options.emulator,
  })
  onTestFinished(() => emulator.close())
  const video = twilioVideo({ ...ACCOUNT, authToken: AUTH_TOKEN, baseUrl: emulator.url, ...options.video })
  const library = twilio(ACCOUNT.apiKeySid, ACCOUNT.apiKeySecret, { accountSid: ACCOUNT.accountSid })
  library.video.baseUrl = emulator.url
  return { emulator, video, rooms: library.video.v1.rooms }
}
