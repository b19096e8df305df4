/** How `twilioVideo` reaches your Twilio account. Every value may come straight from `process.env`. */
export interface TwilioVideoOptions {
  /** `TWILIO_ACCOUNT_SID`, starts with AC. */
  accountSid: string
  /** `TWILIO_API_KEY_SID`, starts with SK. */
  apiKeySid: string
  /** `TWILIO_API_KEY_SECRET`, shown once when the key is made. */
  apiKeySecret: string
  /**
   * `TWILIO_AUTH_TOKEN`: checks the signature of status callbacks. While you rotate it, give the primary and the
   * secondary one; either is accepted. Without it, callbacks are answered with `CONFIG_INVALID`.
   */
  authToken?: string | readonly string[] | undefined
  /** Where the API key lives, when it is not in `us1`: `ie1`, `au1`. A key of another region is refused with 20101. */
  region?: string | undefined
  /** Where REST calls enter Twilio's network: `dublin`, `sydney`. Left out: the nearest. */
  edge?: string | undefined
  /** Sends REST calls elsewhere than to `https://video.twilio.com`, as a local emulator needs. */
  baseUrl?: string | undefined
  /** How long one REST call may take, its retry included, in milliseconds. Default: 8000. */
  timeoutMs?: number | undefined
  /** Replaces the global `fetch`, for tests and for proxies. */
  fetch?: typeof fetch
  /** Resolves after so many milliseconds, or sooner once the signal is aborted. For tests. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>
  /** A number from 0 up to 1, which spreads retries in time. For tests. */
  random?: () => number
}
