/** How often the microphone is listened to, in milliseconds. */
export const LISTEN_MS = 250
/** How long a microphone that works is left alone, in milliseconds. */
export const REST_MS = 20_000
/** A door that slams is over before this. */
const TALKING_MS = 500
/** So long a working microphone is never without the faintest noise. */
const DEAD_MS = 10_000
/** The hint goes when nobody has talked for so long. */
const QUIET_MS = 6_000
/** From 0 to 1: above this somebody is talking, not breathing. */
const TALKING_LEVEL = 0.4

export interface Heard {
  /** From 0 (silence) to 1 (loud speech). */
  level: number
  /** Not even noise: as if nothing were plugged in. */
  isNothing: boolean
}

export interface Hearing {
  hint: 'muted-talking' | 'dead' | null
  isMuted: boolean
  talkingMs: number
  quietMs: number
  nothingMs: number
}

export const NOTHING_HEARD_YET: Hearing = {
  hint: null,
  isMuted: false,
  talkingMs: 0,
  quietMs: 0,
  nothingMs: 0,
}

/** What is to be said about the microphone after listening for another `LISTEN_MS`. */
export function nextHearing(before: Hearing, heard: Heard, isMuted: boolean): Hearing {
  // To mute or unmute is an answer: what was said is taken back, and counting begins again.
  const old = before.isMuted === isMuted ? before : { ...NOTHING_HEARD_YET, isMuted }
  const isTalking = heard.level >= TALKING_LEVEL
  const now: Hearing = {
    hint: old.hint,
    isMuted,
    talkingMs: isTalking ? old.talkingMs + LISTEN_MS : 0,
    quietMs: isTalking ? 0 : old.quietMs + LISTEN_MS,
    nothingMs: heard.isNothing && !isMuted ? old.nothingMs + LISTEN_MS : 0,
  }
  if (isMuted) {
    if (now.talkingMs >= TALKING_MS) return { ...now, hint: 'muted-talking' }
    return now.quietMs >= QUIET_MS ? { ...now, hint: null } : now
  }
  return { ...now, hint: now.nothingMs >= DEAD_MS ? 'dead' : null }
}
