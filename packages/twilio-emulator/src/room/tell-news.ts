import type { RoomNews } from '../signaling/server-message.ts'
import type { TrackChanges } from '../tracks/announce-tracks.ts'
import type { Participant } from './participant.ts'
import { publishedState, remoteState, subscribedState } from './room-state.ts'

/** Something to say about somebody. */
export interface NewsOf {
  about: Participant
  /** The set of their tracks has changed, and so what everybody receives. */
  hasNewSet: boolean
  /** What else one of the others must know. */
  moreFor?: (other: Participant) => RoomNews
}

export function tell(participant: Participant, news: RoomNews): void {
  participant.send({ type: 'update', version: 2, session: participant.session, ...news })
}

/** Tells everybody else who is present how somebody is now. */
export function tellOthers(present: readonly Participant[], news: NewsOf): void {
  const { about, hasNewSet, moreFor } = news
  for (const other of present) {
    if (other === about) continue
    if (hasNewSet) other.subscribedRevision += 1
    const received = present.filter((participant) => participant !== other)
    tell(other, {
      participants: [remoteState(about)],
      ...(hasNewSet && { subscribed: subscribedState(other, received) }),
      ...moreFor?.(other),
    })
  }
}

/** Tells somebody what became of their tracks, and the others what they can see of it; `more` goes to all of them. */
export function tellTracks(
  present: readonly Participant[],
  about: Participant,
  changes: TrackChanges,
  more: RoomNews,
): void {
  if (changes.hasNewSet) {
    about.publishedRevision += 1
    tell(about, { published: publishedState(about), ...more })
  }
  if (changes.isVisible) {
    about.revision += 1
    const hasNewSet = changes.added.length + changes.removed.length > 0
    tellOthers(present, { about, hasNewSet, moreFor: () => more })
  }
}
