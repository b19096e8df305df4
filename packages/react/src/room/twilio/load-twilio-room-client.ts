import type { RoomClient } from '../room-client.ts'
import type { TwilioRoomSetup } from './create-twilio-room-client.ts'
import { sdkOf } from './twilio-sdk.ts'

/**
 * Fetches the SDK and the adapter, both at once. The SDK is only ever imported like this: it is large,
 * and it cannot be loaded outside a browser.
 */
export async function loadTwilioRoomClient(setup: TwilioRoomSetup): Promise<RoomClient> {
  const [sdk, { createTwilioRoomClient }] = await Promise.all([
    import('twilio-video'),
    import('./create-twilio-room-client.ts'),
  ])
  return createTwilioRoomClient(sdkOf(sdk), setup)
}
