import type * as Video from 'twilio-video'

/** The part of `twilio-video` that is used here, as it comes out of a dynamic import. */
export type TwilioSdk = Pick<
  typeof Video,
  'connect' | 'runPreflight' | 'LocalAudioTrack' | 'LocalVideoTrack' | 'LocalDataTrack'
>

export type { ConnectOptions, LocalAudioTrack, LocalDataTrack, LocalVideoTrack, Room } from 'twilio-video'

/** Bundlers disagree on how a CommonJS package looks when it is imported: as itself, or as its `default`. */
export function sdkOf(module: TwilioSdk | { default: TwilioSdk }): TwilioSdk {
  return 'connect' in module ? module : module.default
}

/** The SDK's objects are Node's event emitters; its types say so only where Node's types are installed. */
interface Emitter {
  on(event: string, listener: (...details: unknown[]) => void): unknown
  removeListener(event: string, listener: (...details: unknown[]) => void): unknown
}

/** Listens to several events at once; the answer stops it. */
export function listen(source: object, events: readonly string[], listener: (...details: unknown[]) => void) {
  const emitter = source as Emitter
  for (const event of events) emitter.on(event, listener)
  return () => {
    for (const event of events) emitter.removeListener(event, listener)
  }
}
