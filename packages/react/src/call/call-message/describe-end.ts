import type { CallLaterWords } from '../../i18n/en/call-later.ts'
import type { RoomEnd } from '../../room/room-end.ts'

export interface EndWords {
  title: string
  detail: string
  /** The words of the button that goes back in; `null` where going back is not this person's to decide. */
  rejoin: string | null
}

/**
 * Why the call is over, and whether one may go back.
 *
 * @param isOverdue its scheduled time has passed
 */
export function describeEnd(end: RoomEnd, isOverdue: boolean, words: CallLaterWords): EndWords {
  switch (end.kind) {
    case 'completed':
      return {
        title: isOverdue ? words.endedOverTitle : words.endedTitle,
        detail: words.endedCompleted,
        rejoin: null,
      }
    case 'removed':
      return { title: words.endedRemovedTitle, detail: words.endedRemoved, rejoin: null }
    case 'other-tab':
      return { title: words.endedOtherTabTitle, detail: words.endedOtherTab, rejoin: words.useHere }
    case 'time-limit':
      return { title: words.endedTimeLimitTitle, detail: words.endedTimeLimit, rejoin: words.joinAgain }
    default:
      return { title: words.endedTitle, detail: words.endedUnknown, rejoin: words.joinAgain }
  }
}
