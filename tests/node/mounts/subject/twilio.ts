import { twilioVideo } from '@meetings/server/twilio'
import { AUTH_TOKEN } from './auth-token.ts'

/** The real provider: it signs tokens and checks callbacks on this machine, and asks nobody. */
export const video = twilioVideo({
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'a-secret-of-the-test',
  authToken: AUTH_TOKEN,
})
