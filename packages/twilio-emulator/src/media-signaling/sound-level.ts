/** The header extension of RTP in which a client says how loud a packet is. */
export const SOUND_LEVEL_EXTENSION = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level'

/** As on the wire (RFC 6464): decibels below the loudest there is, so 0 is the loudest and 127 is silence. */
export type SoundLevel = number

export const SILENCE: SoundLevel = 127

/** The level that a packet of sound carries in its header; null when it carries none. */
export function readSoundLevel(extensions: Readonly<Record<string, unknown>> | undefined): SoundLevel | null {
  const value = extensions?.[SOUND_LEVEL_EXTENSION]
  if (typeof value !== 'object' || value === null || !('level' in value)) return null
  return typeof value.level === 'number' ? value.level : null
}
