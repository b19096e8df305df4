import type { Moderation } from '@meetings/contract'
import type { SmallWindow } from '../page/call-surroundings.ts'
import type { AskedCall } from './call-feedback.ts'

/** How the open call is shown: over the whole page or as a small tile, with what and whom where. */
export interface CallView {
  isMinimised: boolean
  /** The corner of the tile, in the page's own direction: `end` is right in English and left in Arabic. */
  corner: CallCorner
  /** The window above all others in which a minimised call is, instead of in a corner of the page. */
  smallWindow: SmallWindow | null
  /** What is open beside the stage. It stays open behind a minimised call. */
  panel: CallPanel | null
  /** What is asked or explained above the call. */
  dialog: CallDialog | null
  /** Whether the choice of reactions is open. */
  isReacting: boolean
  /** How people are arranged; `auto`: by how many they are. */
  layout: CallLayout
  /** The identity of the person who has the large place whoever speaks; survives a rejoin. */
  pinned: string | null
  selfView: SelfView
  /** Whether one's own picture is shown as in a looking glass. The others never see it mirrored. */
  isMirrored: boolean
  /** `none` until the service has written down the first words of this call. */
  captions: 'none' | 'shown' | 'hidden'
  /** What the server last told whoever is in charge; `null` until it has, and for everybody else. */
  door: Door | null
  /** The call that is over and that the person is asked about. */
  asksAbout: AskedCall | null
}

/** Who waits, who was removed, and whether anybody new can join. */
export type Door = Pick<Moderation, 'isLocked' | 'waiting' | 'removed'>

export type CallCorner = 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end'
export type CallPanel = 'background' | 'chat' | 'people' | 'settings' | 'statistics'
export type CallDialog = 'end-for-all' | 'shortcuts'
export type CallLayout = 'auto' | 'grid' | 'speaker'
/** `shown`: where the layout has a place for it; `floating`: small in a corner of the stage. */
export type SelfView = 'shown' | 'floating' | 'hidden'

/** How a person has placed the call on their screen. It concerns nobody else, so the session knows nothing of it. */
export interface CallViewStore {
  get(): CallView
  subscribe(listener: () => void): () => void
  set(change: Partial<CallView>): void
}

export function createCallView(): CallViewStore {
  const listeners = new Set<() => void>()
  let view: CallView = {
    isMinimised: false,
    corner: 'bottom-end',
    smallWindow: null,
    panel: null,
    isReacting: false,
    dialog: null,
    layout: 'auto',
    pinned: null,
    selfView: 'shown',
    isMirrored: true,
    captions: 'none',
    door: null,
    asksAbout: null,
  }
  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    set(change) {
      view = { ...view, ...change }
      for (const listener of [...listeners]) listener()
    },
  }
}
