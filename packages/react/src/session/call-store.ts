import type { LocalMediaState } from '../media/local-media-state.ts'
import { SILENCE, type TalkState } from '../talk/talk-state.ts'
import type { CallState } from './call-controller.ts'
import { nextSession } from './next-session.ts'
import type { SessionEvent } from './session-event.ts'

/** Holds the state of the call and changes it only through `nextSession`. */
export interface CallStore {
  getState(): CallState
  subscribe(listener: () => void): () => void
  dispatch(event: SessionEvent): void
  setMedia(media: LocalMediaState): void
  setTalk(talk: TalkState): void
}

/**
 * @param tellSoon runs the listeners. By default at once; a browser may let what caused the change go on its
 * way first, so that drawing never stands between a click and the room. Changes until then are told together.
 * The first picture of somebody else is told at once: it is what everything before was for.
 */
export function createCallStore(
  media: LocalMediaState,
  tellSoon: (tell: () => void) => void = (tell) => tell(),
): CallStore {
  const listeners = new Set<() => void>()
  let state: CallState = { session: { phase: 'idle' }, media, talk: SILENCE }

  let isTelling = false

  function tell(): void {
    if (!isTelling) return
    isTelling = false
    for (const listener of [...listeners]) listener()
  }

  function set(next: CallState): void {
    const isFirstPicture = showsSomebody(next.session) && !showsSomebody(state.session)
    state = next
    if (isTelling && !isFirstPicture) return
    isTelling = true
    if (isFirstPicture) tell()
    else tellSoon(tell)
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    dispatch(event) {
      const session = nextSession(state.session, event)
      if (session !== state.session) set({ ...state, session })
    },
    setMedia(next) {
      if (next !== state.media) set({ ...state, media: next })
    },
    setTalk(next) {
      if (next !== state.talk) set({ ...state, talk: next })
    },
  }
}

function showsSomebody(session: CallState['session']): boolean {
  return (
    'room' in session && session.room.remotes.some(({ camera, screen }) => camera?.isReady || screen?.isReady)
  )
}
