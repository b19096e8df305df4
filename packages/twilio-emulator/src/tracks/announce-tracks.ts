import { VideoError, type VideoErrorCode } from '../errors/video-error.ts'
import { type AnnouncedTrack, isReady, type ReadyTrack, type TrackPublication } from './track-publication.ts'

export interface TrackRules {
  newSid(): string
  isAudioOnly: boolean
}

export interface TrackChanges {
  readonly tracks: readonly TrackPublication[]
  readonly added: readonly ReadyTrack[]
  readonly removed: readonly ReadyTrack[]
  /** Tracks that were muted or unmuted. */
  readonly switched: readonly ReadyTrack[]
  /** The owner must be told: a track is new (ready or refused) or gone. */
  readonly hasNewSet: boolean
  /** The others must be told. */
  readonly isVisible: boolean
}

const LONGEST_NAME = 128

/** What an announcement makes of a participant's tracks. An announcement is always the whole list. */
export function announceTracks(
  current: readonly TrackPublication[],
  announced: readonly AnnouncedTrack[],
  rules: TrackRules,
): TrackChanges {
  const list = uniqueById(announced)
  const known = new Map(current.map((track) => [track.id, track]))
  const surviving = current.filter((track) => list.some((other) => other.id === track.id))
  const tracks: TrackPublication[] = []
  for (const track of list) {
    const before = known.get(track.id)
    const live = [...surviving, ...tracks]
    tracks.push(before ? { ...before, ...attributes(track) } : publish(track, live, rules))
  }
  const ready = tracks.filter(isReady)
  const kept = ready.filter((track) => known.has(track.id))
  const keptIds = new Set(tracks.map((track) => track.id))
  const added = ready.filter((track) => !known.has(track.id))
  const removed = current.filter(isReady).filter((track) => !keptIds.has(track.id))
  return {
    tracks,
    added,
    removed,
    switched: kept.filter((track) => track.enabled !== known.get(track.id)?.enabled),
    hasNewSet: tracks.some((track) => !known.has(track.id)) || tracks.length !== current.length,
    isVisible: added.length > 0 || removed.length > 0 || kept.some((track) => isChanged(track, known)),
  }
}

/** What there is to report of changes, by the names of Twilio's status callbacks. */
export function trackEvents({ added, removed, switched }: TrackChanges) {
  return [
    ...added.map((track) => ({ type: 'track-added' as const, track })),
    ...removed.map((track) => ({ type: 'track-removed' as const, track })),
    ...switched.map((track) => ({
      type: track.enabled ? ('track-enabled' as const) : ('track-disabled' as const),
      track,
    })),
  ]
}

function publish(
  track: AnnouncedTrack,
  live: readonly TrackPublication[],
  rules: TrackRules,
): TrackPublication {
  const code = refusal(track, live, rules)
  if (!code) return { ...track, state: 'ready', sid: rules.newSid() }
  return { ...track, state: 'failed', error: { code, message: new VideoError(code).message } }
}

function refusal(
  track: AnnouncedTrack,
  live: readonly TrackPublication[],
  rules: TrackRules,
): VideoErrorCode | null {
  if (track.name.length > LONGEST_NAME) return 53302
  if (live.some((other) => isReady(other) && other.name === track.name)) return 53304
  if (track.kind === 'video' && rules.isAudioOnly) return 53125
  return null
}

function attributes({ name, enabled, priority }: AnnouncedTrack) {
  return { name, enabled, priority }
}

function isChanged(track: ReadyTrack, known: ReadonlyMap<string, TrackPublication>): boolean {
  const before = known.get(track.id)
  return track.name !== before?.name || track.enabled !== before.enabled || track.priority !== before.priority
}

function uniqueById(tracks: readonly AnnouncedTrack[]): AnnouncedTrack[] {
  return [...new Map(tracks.map((track) => [track.id, track])).values()]
}
