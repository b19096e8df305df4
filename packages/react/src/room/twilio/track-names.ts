import type { RoomParticipant } from '../room-client.ts'

/** The places of a participant's tracks. */
export type TrackSlot = keyof Pick<RoomParticipant, 'microphone' | 'camera' | 'screen' | 'screenAudio'>

/** What each place is called in the room. Other clients that use these names are understood exactly. */
export const TRACK_NAMES: Readonly<Record<TrackSlot, string>> = {
  microphone: 'microphone',
  camera: 'camera',
  screen: 'screen',
  screenAudio: 'screen-audio',
}

/** The one data track that carries everything people say and signal. Others are none of our business. */
export const MESSAGE_TRACK_NAME = 'meetings'

/** Where a track of an unknown name goes: clients not made by us name them as they like. */
const BY_KIND: Readonly<Record<string, readonly TrackSlot[]>> = {
  audio: ['microphone', 'screenAudio'],
  video: ['camera', 'screen'],
}

/** Puts publications into places: by name first, what is left by kind, in order of publication. */
export function placeTracks<P extends { trackName: string; kind: string }>(
  publications: Iterable<P>,
): Partial<Record<TrackSlot, P>> {
  const places: Partial<Record<TrackSlot, P>> = {}
  const foreign: P[] = []
  for (const publication of publications) {
    const slot = SLOTS.find((name) => TRACK_NAMES[name] === publication.trackName)
    if (slot && BY_KIND[publication.kind]?.includes(slot) && !places[slot]) places[slot] = publication
    else foreign.push(publication)
  }
  for (const publication of foreign) {
    const free = BY_KIND[publication.kind]?.find((slot) => !places[slot])
    if (free) places[free] = publication
  }
  return places
}

const SLOTS = ['microphone', 'camera', 'screen', 'screenAudio'] as const
