import type { CallLayout } from '../../provider/call-view.ts'

/**
 * - `alone`: one's own picture beside what is being waited for
 * - `duo`: the other person large, oneself small in a corner
 * - `grid`: everybody the same size
 * - `speaker`: one person large, the others in a strip
 * - `screen`: a shared screen large, people in a strip
 */
export type StageLayout = 'alone' | 'duo' | 'grid' | 'speaker' | 'screen'

export interface StageSituation {
  /** The sids of the others, in order of arrival. */
  others: readonly string[]
  isSharing: boolean
  /** The sid of who is pinned, if they are there. */
  pinned: string | null
  /** The sid of who has spoken long enough to be seen large. */
  speaker: string | null
  choice: CallLayout
}

export interface Arrangement {
  layout: StageLayout
  /** The sid of the one who is large. */
  big: string | null
}

/** With more people than this, oneself included, equal tiles are too small to look anybody in the eye. */
const MOST_IN_GRID = 6

/** Which layout this is, and who is large in it. A shared screen wins over everybody, a pin over who speaks. */
export function arrangeStage({ others, isSharing, pinned, speaker, choice }: StageSituation): Arrangement {
  const [first = null] = others
  if (first === null) return { layout: 'alone', big: null }
  if (isSharing) return { layout: 'screen', big: null }
  const isThere = (sid: string | null): sid is string => sid !== null && others.includes(sid)
  const isPinned = others.length > 1 && isThere(pinned)
  if (others.length === 1 && choice !== 'grid') return { layout: 'duo', big: first }
  const isSmall = others.length < MOST_IN_GRID
  if (!isPinned && (choice === 'grid' || (choice === 'auto' && isSmall))) return { layout: 'grid', big: null }
  return { layout: 'speaker', big: isPinned ? pinned : isThere(speaker) ? speaker : first }
}

/**
 * The order of people beside a large one, who comes first in it. Whoever becomes large changes places with who
 * was: nobody else moves. Newcomers come last.
 */
export function nextOrder(
  order: readonly string[],
  others: readonly string[],
  big: string | null,
): readonly string[] {
  const staying = order.filter((sid) => others.includes(sid))
  const next = [...staying, ...others.filter((sid) => !staying.includes(sid))]
  const at = big === null ? 0 : next.indexOf(big)
  const [first] = next
  if (at > 0 && big !== null && first !== undefined) {
    next[at] = first
    next[0] = big
  }
  const isSame = next.length === order.length && next.every((sid, index) => sid === order[index])
  return isSame ? order : next
}
