import type { RoomCaption } from '../../room/room-client.ts'

/** A sentence stays for this long after its last word, in milliseconds. */
export const CAPTION_MS = 6_000
/** More than two lines hide the faces they belong to. */
const MOST = 2

export interface ShownCaption extends RoomCaption {
  until: number
}

/** A version of a sentence replaces the one before it; the oldest sentence makes room for a new one. */
export function nextCaptions(
  shown: readonly ShownCaption[],
  caption: RoomCaption,
  now: number,
): readonly ShownCaption[] {
  const next = { ...caption, until: now + CAPTION_MS }
  const isKnown = shown.some(({ id }) => id === caption.id)
  const captions = isKnown ? shown.map((old) => (old.id === caption.id ? next : old)) : [...shown, next]
  return captions.slice(-MOST)
}

/** Those that are still to be seen; the same array when all are. */
export function withoutOld(shown: readonly ShownCaption[], now: number): readonly ShownCaption[] {
  const fresh = shown.filter(({ until }) => until > now)
  return fresh.length === shown.length ? shown : fresh
}
