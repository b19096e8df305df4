import type { RoomClient, RoomConnection } from '../room-client.ts'
import type { RoomEnd } from '../room-end.ts'
import { connectOptions, type TwilioVideoOptions } from './connect-options.ts'
import { createMessageLine } from './create-message-line.ts'
import { createTwilioConnection } from './create-twilio-connection.ts'
import { createLocalTracks } from './local-tracks.ts'
import { roomEndOf } from './room-end-of.ts'
import { MESSAGE_TRACK_NAME } from './track-names.ts'
import type { TwilioSdk } from './twilio-sdk.ts'

export interface TwilioRoomSetup {
  isSmallScreen(): boolean
  /** Read at each connect: changed options count for the next room, never for the open one. */
  getVideoOptions(): TwilioVideoOptions | undefined
}

const LEFT: RoomEnd = { kind: 'left' }

/** Rooms of Twilio Video. */
export function createTwilioRoomClient(sdk: TwilioSdk, setup: TwilioRoomSetup): RoomClient {
  return {
    connect(request) {
      const { signal, token, roomName } = request
      return new Promise<RoomConnection>((resolve, reject) => {
        if (signal.aborted) return reject(LEFT)
        const tracks = createLocalTracks(sdk, request)
        const line = new sdk.LocalDataTrack({ name: MESSAGE_TRACK_NAME })
        const published = [...tracks.initial(), line]
        const pending = sdk.connect(
          token,
          connectOptions(roomName, published, setup.isSmallScreen(), setup.getVideoOptions()),
        )
        const abort = () => {
          pending.cancel()
          reject(LEFT)
        }
        signal.addEventListener('abort', abort)
        pending.then(
          (room) => {
            signal.removeEventListener('abort', abort)
            // The room may have been entered in the very moment of the abort.
            if (signal.aborted) {
              room.disconnect()
              tracks.release()
            } else resolve(createTwilioConnection(room, tracks, createMessageLine(room, line)))
          },
          (error: unknown) => {
            signal.removeEventListener('abort', abort)
            tracks.release()
            reject(roomEndOf(error))
          },
        )
      })
    },
    async checkConnection(request) {
      const { checkConnection } = await import('./check-connection.ts')
      return checkConnection(sdk, request, setup.getVideoOptions())
    },
  }
}
