import type { ConnectOptions } from './twilio-sdk.ts'

/**
 * What a host may say about the room: every `ConnectOptions` of `twilio-video` except what the booking
 * decides (`name`, `tracks`). `audio` and `video`, given as objects, are constraints for capturing.
 */
export interface TwilioVideoOptions extends Omit<ConnectOptions, 'name' | 'tracks' | 'audio' | 'video'> {
  audio?: MediaTrackConstraints
  video?: MediaTrackConstraints
  /** Another signalling server than Twilio's cloud, such as the local emulator: `ws://127.0.0.1:4000/signaling`. */
  wsServer?: string | undefined
}

/** Phones show small tiles and often pay for their traffic; in bits per second. */
const MOBILE_SUBSCRIPTION_BITRATE = 2_500_000

/**
 * How many people will come is not known beforehand, so these are Twilio's options for groups, which a
 * room of two bears well: simulcast switches itself off where the server does not use it.
 */
export function connectOptions(
  roomName: string,
  tracks: NonNullable<ConnectOptions['tracks']>,
  isSmallScreen: boolean,
  host: TwilioVideoOptions = {},
): ConnectOptions {
  const { audio: _audio, video: _video, wsServer, bandwidthProfile, ...given } = host
  const options: ConnectOptions = {
    dominantSpeaker: true,
    networkQuality: { local: 1, remote: 1 },
    // 'auto' is refused together with a bitrate cap.
    ...(given.maxVideoBitrate ? {} : { preferredVideoCodecs: 'auto' as const }),
    ...withoutUndefined(given),
    bandwidthProfile: {
      video: {
        mode: 'collaboration',
        trackSwitchOffMode: 'predicted',
        clientTrackSwitchOffControl: 'auto',
        contentPreferencesMode: 'auto',
        ...(isSmallScreen ? { maxSubscriptionBitrate: MOBILE_SUBSCRIPTION_BITRATE } : {}),
        ...withoutUndefined(bandwidthProfile?.video ?? {}),
      },
    },
    name: roomName,
    tracks,
  }
  return wsServer ? throughServer(options, wsServer) : options
}

/**
 * `wsServer` is real but not in the SDK's types, so this one place says it. Left in as `undefined` the SDK
 * would dial the cloud without a word; and its insights always go to the cloud, so they stay off.
 */
function throughServer(options: ConnectOptions, wsServer: string): ConnectOptions {
  const redirected: ConnectOptions & { wsServer: string } = { ...options, wsServer, insights: false }
  return redirected
}

function withoutUndefined<T extends object>(options: T): Partial<T> {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<T>
}
