import { createFakeMediaTrack } from '../room/fake/fake-media-track.ts'

let context: AudioContext | null = null

/** A microphone nobody speaks into: a real track where there is Web Audio, so that meters can listen to it. */
export function createSilentMicrophone(): MediaStreamTrack {
  if (typeof AudioContext === 'undefined') return createFakeMediaTrack('audio')
  context ??= new AudioContext()
  const [track] = context.createMediaStreamDestination().stream.getAudioTracks()
  return track ?? createFakeMediaTrack('audio')
}
