// What the contract promises, said a second time in other words. Nothing here may import the server or the
// contract: where the two disagree, one of them is wrong, and the tests beside this file say so.

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY_SECONDS = 86_400

export type Part = 'host' | 'customer' | 'guest' | 'admin'

/** Who asks. */
export interface Asker {
  signedIn: boolean
  /** What they are in the meeting; `null`: it is none of their business. */
  part: Part | null
  /** Whether they administer the meeting's organisation, whatever their part. */
  administers: boolean
}

/** Everything about a meeting that decides an answer. Times in milliseconds. */
export interface Facts {
  start: number
  end: number
  status: 'confirmed' | 'in_progress' | 'completed' | 'cancelled'
  /** The host or an admin ended it for everybody. */
  endedForAll: boolean
  /** Anybody was ever in. */
  anybodyCame: boolean
  /** Two different people were in at the same time. */
  peopleMet: boolean
  askerCame: boolean
  askerIsIn: boolean
  /** The room told that the asker's connection ended; they never said that they leave. */
  askerWasCutOff: boolean
  othersAreIn: boolean
}

export interface Policy {
  opensMinutesBefore: number
  closesMinutesAfter: number
  ttlSeconds: number
}

/** A refusal by its code, or what an accepted call answers. `after` is the status stored afterwards. */
export type Expected =
  | { refused: string; after: Facts['status'][] }
  | { token: { atMostSeconds: number }; after: Facts['status'][] }
  | { status: Facts['status']; after: Facts['status'][] }

export function opensAt({ start }: Facts, policy: Policy): number {
  return start - policy.opensMinutesBefore * MINUTE
}

/** Joining asks for the window, a status that is not final, and at least a second of token. */
export function launchAnswer(asker: Asker, facts: Facts, policy: Policy, now: number): Expected {
  const stays = [facts.status]
  const stranger = strangerAnswer(asker, facts)
  if (stranger) return stranger
  if (facts.status === 'cancelled') return { refused: 'BOOKING_CANCELLED', after: stays }
  if (now >= facts.end + policy.closesMinutesAfter * MINUTE) return { refused: 'BOOKING_ENDED', after: stays }
  // Everybody left: it begins again until its end, whatever grace there is for who comes late. Completed by a
  // decision is final, and nobody may be told to come back later.
  const mayBeginAgain = facts.anybodyCame && !facts.endedForAll && now < facts.end
  if (facts.status === 'completed' && !mayBeginAgain) return { refused: 'BOOKING_ENDED', after: stays }
  if (now < opensAt(facts, policy) && !asker.administers) return { refused: 'JOIN_TOO_EARLY', after: stays }
  const seconds = secondsOfToken(facts, policy, now)
  if (seconds < 1) return { refused: 'BOOKING_ENDED', after: stays }
  return { token: { atMostSeconds: seconds }, after: ['in_progress'] }
}

/** Renewing: who is in, or was only cut off, may until an hour after the end; who is not is held to the window. */
export function refreshAnswer(asker: Asker, facts: Facts, policy: Policy, now: number): Expected {
  const after = [readStatus(facts, now)]
  const stranger = strangerAnswer(asker, facts)
  if (stranger) return stranger
  if (facts.status === 'cancelled') return { refused: 'BOOKING_CANCELLED', after }
  const seconds = secondsOfToken(facts, policy, now)
  if (facts.status === 'completed' || seconds < 1) return { refused: 'BOOKING_ENDED', after }
  if (!facts.askerIsIn && !facts.askerWasCutOff) {
    if (now >= facts.end + policy.closesMinutesAfter * MINUTE) return { refused: 'BOOKING_ENDED', after }
    if (now < opensAt(facts, policy) && !asker.administers) return { refused: 'JOIN_TOO_EARLY', after }
  }
  return { token: { atMostSeconds: seconds }, after }
}

/** Leaving is never refused to a member; only the last one out changes the meeting. */
export function leaveAnswer(asker: Asker, facts: Facts, _policy: Policy, now: number): Expected {
  const stranger = strangerAnswer(asker, facts)
  if (stranger) return stranger
  let status = facts.status
  if (status === 'in_progress' && facts.askerIsIn && !facts.othersAreIn) {
    status = now < facts.start && !facts.peopleMet ? 'confirmed' : 'completed'
  }
  return { status, after: [status] }
}

/** Ending for all is for the host and for admins, and for meetings that somebody was in. */
export function endAnswer(asker: Asker, facts: Facts, _policy: Policy, _now: number): Expected {
  const stays = [facts.status]
  const stranger = strangerAnswer(asker, facts)
  if (stranger) return stranger
  if (asker.part !== 'host' && !asker.administers) return { refused: 'ACTION_FORBIDDEN', after: stays }
  if (facts.status === 'cancelled') return { refused: 'BOOKING_CANCELLED', after: stays }
  if (facts.status === 'confirmed' || !facts.anybodyCame) return { refused: 'ACTION_FORBIDDEN', after: stays }
  return { status: 'completed', after: ['completed'] }
}

/** Who came is for the host and for admins to know. `null`: they may. */
export function attendanceRefusal(asker: Asker): string | null {
  if (asker.part === null) return 'BOOKING_NOT_FOUND'
  return asker.part === 'host' || asker.administers ? null : 'ACTION_FORBIDDEN'
}

/** In which lists the meeting stands. */
export function scopesOf(asker: Asker, facts: Facts, policy: Policy, now: number): Set<string> {
  if (!asker.signedIn || asker.part === null) return new Set()
  if (facts.status === 'cancelled') return new Set(['cancelled', 'all'])
  const isLive = readStatus(facts, now) === 'in_progress'
  const isAhead = now < facts.end + policy.closesMinutesAfter * MINUTE
  return new Set([isLive || isAhead ? 'upcoming' : 'past', 'all'])
}

/** The status once somebody reads it: what runs on an hour after the end was forgotten, and is completed. */
export function readStatus({ status, end }: Facts, now: number): Facts['status'] {
  return status === 'in_progress' && now >= end + HOUR ? 'completed' : status
}

/** Whole seconds: as configured, but never past the end plus an hour, and never above a day. */
export function secondsOfToken({ end }: Facts, { ttlSeconds }: Policy, now: number): number {
  return Math.min(ttlSeconds, DAY_SECONDS, Math.floor((end + HOUR - now) / SECOND))
}

export function strangerAnswer(
  { signedIn, part }: Asker,
  facts: Facts,
): { refused: string; after: Facts['status'][] } | null {
  if (!signedIn) return { refused: 'UNAUTHENTICATED', after: [facts.status] }
  // A stranger's question may not even tidy up.
  return part === null ? { refused: 'BOOKING_NOT_FOUND', after: [facts.status] } : null
}
