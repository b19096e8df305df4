import type { RoomRequest } from '../room-client.ts'
import { TRACK_NAMES, type TrackSlot } from './track-names.ts'
import type { LocalAudioTrack, LocalVideoTrack, Room, TwilioSdk } from './twilio-sdk.ts'

type LocalTrack = LocalAudioTrack | LocalVideoTrack
type Participant = Room['localParticipant']

/** Publishes this person's devices under their names. Never stops a device: it belongs to somebody else. */
export interface LocalTracks {
  /** What `connect` publishes from the start. */
  initial(): LocalTrack[]
  /** Resolves when the others can receive it, or when it was replaced or unpublished meanwhile. */
  put(participant: Participant, slot: TrackSlot, device: MediaStreamTrack | null): Promise<void>
  setMuted(muted: boolean): void
  /** The stay is over, or never began. */
  release(): void
}

export function createLocalTracks(
  sdk: TwilioSdk,
  { tracks, isMuted: wasMuted = false }: Pick<RoomRequest, 'tracks' | 'isMuted'>,
): LocalTracks {
  const held = new Map<TrackSlot, LocalTrack>()
  let isMuted = wasMuted

  function wrap(slot: TrackSlot, device: MediaStreamTrack): LocalTrack {
    // The SDK's workaround for iPhones opens a device again when it finds it stopped; here a stopped
    // device was switched off by its owner.
    const options = { name: TRACK_NAMES[slot], workaroundWebKitBug1208516: false }
    const track =
      device.kind === 'audio'
        ? new sdk.LocalAudioTrack(device, options)
        : new sdk.LocalVideoTrack(device, options)
    if (slot === 'microphone') track.enable(!isMuted)
    held.set(slot, track)
    return track
  }

  return {
    initial() {
      const { microphone, camera } = tracks
      return [
        ...(microphone ? [wrap('microphone', microphone)] : []),
        ...(camera ? [wrap('camera', camera)] : []),
      ]
    },
    async put(participant, slot, device) {
      const old = held.get(slot)
      if (old && device && old.mediaStreamTrack === device) return
      held.delete(slot)
      if (old) {
        participant.unpublishTrack(old)
        letGo(old)
      }
      if (!device) return
      const track = wrap(slot, device)
      try {
        await participant.publishTrack(track, { priority: slot === 'screen' ? 'high' : 'standard' })
      } catch (error) {
        if (held.get(slot) !== track || participant.state === 'disconnected') return
        held.delete(slot)
        letGo(track)
        throw error
      }
    },
    setMuted(muted) {
      isMuted = muted
      held.get('microphone')?.enable(!muted)
    },
    release() {
      for (const track of held.values()) letGo(track)
      held.clear()
    },
  }
}

/** What the SDK keeps of a local track beside it. */
interface Leftovers {
  _dummyEl?: HTMLMediaElement | null
  _trackSender?: { _clones?: Iterable<{ track: MediaStreamTrack }> }
}

/**
 * The SDK plays every local track in an element of its own, and lets go of it only when a device ends by itself.
 * Stopped by us, it would stay in memory with all that listens to it: two elements more with each call.
 * What it sends are copies. Those of a connect that fails or is cancelled it never stops, and the light of the
 * camera would stay on.
 */
function letGo(track: LocalTrack): void {
  const { _dummyEl: element, _trackSender: sender } = track as Leftovers
  if (element) element.srcObject = null
  for (const copy of sender?._clones ?? []) copy.track.stop()
}
