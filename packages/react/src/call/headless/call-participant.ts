import type { MeetingPerson } from '@meetings/contract'
import type { RoomParticipant, RoomTrack } from '../../room/room-client.ts'

/** Somebody else in the call. The same object until something about them changes. */
export interface CallParticipant {
  /** Their id in this stay in the room. */
  sid: string
  /** Their id in every stay, as the booking knows it. */
  identity: string
  /** `null` for somebody the ticket does not name. */
  name: string | null
  role: MeetingPerson['role'] | null
  isMuted: boolean
  isSpeaking: boolean
  isReconnecting: boolean
  /** From 0 (broken) to 5 (excellent); `null` while it is not known. */
  networkQuality: number | null
  /** Plays the camera in a `<video>`; the answer stops it. `null` while there is no picture. */
  attachCamera: Attach | null
  /** The same for a shared screen. */
  attachScreen: Attach | null
}

export type Attach = (element: HTMLVideoElement) => () => void

/** What was made of a participant last, so that an unchanged one keeps its object. */
const made = new WeakMap<RoomParticipant, { person: MeetingPerson | undefined; out: CallParticipant }>()

export function callParticipantOf(
  participant: RoomParticipant,
  person: MeetingPerson | undefined,
  isSpeaking: boolean,
): CallParticipant {
  const before = made.get(participant)
  if (before && before.person === person && before.out.isSpeaking === isSpeaking) return before.out
  const out: CallParticipant = {
    sid: participant.sid,
    identity: participant.identity,
    name: person?.name ?? null,
    role: person?.role ?? null,
    isMuted: !participant.microphone?.isEnabled,
    isSpeaking,
    isReconnecting: participant.state === 'reconnecting',
    networkQuality: participant.networkQuality,
    attachCamera: attachOf(participant.camera),
    attachScreen: attachOf(participant.screen),
  }
  made.set(participant, { person, out })
  return out
}

/** One function per state of a track, so that an effect that depends on it runs when it must. */
const attaches = new WeakMap<RoomTrack, Attach>()

export function attachOf(track: RoomTrack | null): Attach | null {
  if (!track?.isEnabled || !track.isReady) return null
  const known = attaches.get(track)
  if (known) return known
  const attach: Attach = (element) => track.attach(element)
  attaches.set(track, attach)
  return attach
}
