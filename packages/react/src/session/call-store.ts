import type { LocalMediaState } from '../media/local-media-state.ts'
import type { CallState } from './call-controller.ts'
import { nextSession } from './next-session.ts'
import type { SessionEvent } from './session-event.ts'

/** Holds the state of the call; changes it only through `nextSession` and tells everybody once per change. */
export interface CallStore {
  getState(): CallState
  subscribe(listener: () => void): () => void
  dispatch(event: SessionEvent): void
  setMedia(media: LocalMediaState): void
}

export function createCallStore(media: LocalMediaState): CallStore {
  const listeners = new Set<() => void>()
  let state: CallState = { session: { phase: 'idle' }, media }

  function set(next: CallState): void {
    state = next
    for (const listener of [...listeners]) listener()
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
  }
}
