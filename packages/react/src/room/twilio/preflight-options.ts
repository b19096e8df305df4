import type { PreflightOptions } from 'twilio-video'
import type { TwilioVideoOptions } from './connect-options.ts'

/** Long enough for a few counts of lost packets, short enough to wait for, in milliseconds. */
const MEASURE_MS = 5_000

/** The check goes where the call will go. As with `connect`, `wsServer` is real but not in the SDK's types. */
export function preflightOptions(host: TwilioVideoOptions = {}): PreflightOptions {
  const { region, wsServer } = host
  const options: PreflightOptions & { wsServer?: string } = {
    duration: MEASURE_MS,
    ...(region && { region }),
    ...(wsServer && { wsServer }),
  }
  return options
}
