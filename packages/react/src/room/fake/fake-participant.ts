import type { RoomParticipant, RoomTrack } from '../room-client.ts'
import { createFakeMediaTrack } from './fake-media-track.ts'
import {
  createFakeRoomTrack,
  type FakeTrackSource,
  type FakeTrackState,
  type Playback,
} from './fake-room-track.ts'
import { createCameraPicture, createScreenPicture } from './painted-picture.ts'

/** Somebody a script puts into a room. They come with microphone and camera on unless it says otherwise. */
export interface FakePerson {
  identity: string
  /** `'muted'` publishes a silent microphone, `'none'` publishes nothing. */
  microphone?: 'on' | 'muted' | 'none'
  /** `'off'` publishes no camera, `'arriving'` announces one that has not come yet. */
  camera?: 'on' | 'off' | 'arriving'
  isSharing?: boolean
  /** Whether the screen they share comes with its sound. */
  screenHasSound?: boolean
  isReconnecting?: boolean
  /** From 0 to 5; `null`, as at first, while it is not known. */
  networkQuality?: number | null
  /** The service spares the network by not sending their picture. */
  isSwitchedOff?: boolean
}

/** A person in a fake room: what they look like follows from what they were last told to be. */
export interface FakeParticipant {
  readonly identity: string
  /** Makes the next picture of them; only what changed gets a new object. */
  become(change: Omit<FakePerson, 'identity'>): RoomParticipant
}

export function createFakeParticipant(person: FakePerson, playback: Playback): FakeParticipant {
  const { identity } = person
  const sources = createSources(identity)
  let now: Required<FakePerson> = {
    microphone: 'on',
    camera: 'on',
    isSharing: false,
    screenHasSound: false,
    isReconnecting: false,
    networkQuality: null,
    isSwitchedOff: false,
    ...person,
  }
  let tracks: Record<TrackName, RoomTrack | null> = NO_TRACKS

  return {
    identity,
    become(change) {
      now = { ...now, ...change }
      const on = { isEnabled: true, isReady: true, isSwitchedOff: false }
      const { isSwitchedOff } = now
      const wanted: Record<TrackName, FakeTrackState | null> = {
        microphone: now.microphone === 'none' ? null : { ...on, isEnabled: now.microphone === 'on' },
        camera: now.camera === 'off' ? null : { ...on, isReady: now.camera === 'on', isSwitchedOff },
        screen: now.isSharing ? on : null,
        screenAudio: now.isSharing && now.screenHasSound ? on : null,
      }
      const keep = (name: TrackName) => {
        const old = tracks[name]
        const state = wanted[name]
        if (!state) return null
        const isSame =
          old?.isEnabled === state.isEnabled &&
          old.isReady === state.isReady &&
          old.isSwitchedOff === state.isSwitchedOff
        if (isSame) return old
        return createFakeRoomTrack(sources[name](), playback, state)
      }
      tracks = {
        microphone: keep('microphone'),
        camera: keep('camera'),
        screen: keep('screen'),
        screenAudio: keep('screenAudio'),
      }
      return {
        sid: `PA-${identity}`,
        identity,
        isLocal: false,
        state: now.isReconnecting ? 'reconnecting' : 'connected',
        networkQuality: now.networkQuality,
        ...tracks,
      }
    },
  }
}

type TrackName = 'microphone' | 'camera' | 'screen' | 'screenAudio'

const NO_TRACKS: Record<TrackName, RoomTrack | null> = {
  microphone: null,
  camera: null,
  screen: null,
  screenAudio: null,
}

/** Each source is made when it is first needed: a person without a camera never paints one. */
function createSources(identity: string): Record<TrackName, () => FakeTrackSource> {
  const video = (name: string, paint: typeof createScreenPicture): (() => FakeTrackSource) => {
    let source: FakeTrackSource | undefined
    return () => {
      if (!source) {
        const picture = paint()
        source = {
          sid: `MT-${identity}-${name}`,
          kind: 'video',
          media: picture.track,
          onWatch: picture.watch,
        }
      }
      return source
    }
  }
  const sound = createFakeMediaTrack('audio')
  const audio = (name: string) => (): FakeTrackSource => ({
    sid: `MT-${identity}-${name}`,
    kind: 'audio',
    media: sound,
  })
  return {
    microphone: audio('microphone'),
    camera: video('camera', () => createCameraPicture(identity)),
    screen: video('screen', createScreenPicture),
    screenAudio: audio('screen-sound'),
  }
}
