/** What a test needs to talk to the emulator that `start-emulator.ts` started. */
export interface EmulatorForTests {
  /** Origin of the REST API. */
  url: string
  /** For `Video.connect()`: `{ wsServer: signalingUrl, insights: false }`. */
  signalingUrl: string
  accountSid: string
  apiKeySid: string
  apiKeySecret: string
}

declare module 'vitest' {
  interface ProvidedContext {
    twilioEmulator: EmulatorForTests
    isLong: boolean
  }
}
