import type { Announcement } from '../signaling/client-message.ts'
import { announceTracks, type TrackChanges } from '../tracks/announce-tracks.ts'
import type { Participant } from './participant.ts'

/**
 * Makes what somebody announces their tracks, and says what that changes. Every update carries the announcement,
 * also those about candidates only; null when it is not newer than the last.
 */
export function takeAnnouncement(
  participant: Participant,
  announcement: Announcement,
  rules: Parameters<typeof announceTracks>[2],
): TrackChanges | null {
  if (announcement.revision <= participant.announcedRevision) return null
  participant.announcedRevision = announcement.revision
  const changes = announceTracks(participant.tracks, announcement.tracks, rules)
  participant.tracks = changes.tracks
  return changes
}
