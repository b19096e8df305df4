'use client'
import { type RefObject, useCallback } from 'react'
import type { CallLayout, CallPanel } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { canShareScreen } from '../control-bar/can-share-screen.ts'
import { toggleFullScreen } from '../full-screen/full-screen.ts'
import { PANELS } from '../panel/panels.ts'
import { ownIdentityIn } from '../people/who-is-who.ts'
import type { ShortcutName } from './shortcuts.ts'

const NEXT_LAYOUT: Record<CallLayout, CallLayout> = { auto: 'grid', grid: 'speaker', speaker: 'auto' }

/** What a shortcut does. */
export function useShortcutActions(inside: RefObject<HTMLElement | null>): (name: ShortcutName) => void {
  const { calls, callView } = useRuntime('VideoCallModal')
  return useCallback(
    (name) => {
      const togglePanel = (panel: CallPanel) => {
        if (PANELS[panel]) callView.set({ panel: callView.get().panel === panel ? null : panel })
      }
      switch (name) {
        case 'toggleMicrophone':
          return void calls.toggleMicrophone()
        case 'toggleCamera':
          return void calls.toggleCamera()
        case 'toggleScreenShare':
          return void (canShareScreen() && calls.toggleScreenShare())
        case 'toggleHand': {
          const { session, talk } = calls.getState()
          const isUp = talk.hands.some(({ identity }) => identity === ownIdentityIn(session))
          return void calls.talk({ type: 'hand', isUp: !isUp })
        }
        case 'toggleChat':
          return togglePanel('chat')
        case 'togglePeople':
          return togglePanel('people')
        case 'nextLayout':
          return callView.set({ layout: NEXT_LAYOUT[callView.get().layout] })
        case 'toggleFullScreen':
          return toggleFullScreen(inside.current)
        case 'minimise':
          return callView.set({ isMinimised: true })
        case 'help':
          return callView.set({ dialog: 'shortcuts' })
      }
    },
    [calls, callView, inside],
  )
}
