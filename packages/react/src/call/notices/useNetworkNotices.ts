'use client'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { remotesIn } from '../people/people-in-room.ts'
import type { Notice } from './notice.ts'
import { useAroundWords } from './useAroundWords.ts'
import { LOST_AFTER_MS, useLasting } from './useLasting.ts'

const SLOW_AFTER_MS = 10_000
/** A connection that is good for a moment only is not well again. */
const WELL_AFTER_MS = 5_000
const RECOVERED_FOR_MS = 2_000

/** That the connection is slow, or well again after it was lost. That it is lost is said without this. */
export function useNetworkNotices(): Notice[] {
  const words = useAroundWords()
  const isReconnecting = useCallState(selectIsReconnecting)
  const wasLost = useLasting(isReconnecting, LOST_AFTER_MS, RECOVERED_FOR_MS)
  const isPaused = useCallState(selectIsPaused)
  const isSlow = useLasting(useCallState(selectIsSlow), SLOW_AFTER_MS, WELL_AFTER_MS)
  if (isReconnecting) return []
  const recovered: Notice = {
    id: 'recovered',
    tone: 'info',
    text: words.recovered,
    canHide: false,
    // The announcer has said it.
    isSilent: true,
  }
  const slow: Notice = {
    id: 'slow',
    tone: 'warning',
    text: isPaused ? words.slowPaused : words.slow,
    canHide: true,
  }
  return [...(wasLost ? [recovered] : []), ...(isSlow ? [slow] : [])]
}

const selectIsReconnecting = ({ session }: CallState) => session.phase === 'reconnecting'

/** Pictures are switched off for other reasons, too: nobody looks at them. Only with a weak connection it is the network. */
function selectIsPaused(state: CallState): boolean {
  const quality = ownQuality(state)
  return quality !== null && quality <= 2 && remotesIn(state).some((person) => person.camera?.isSwitchedOff)
}

function selectIsSlow(state: CallState): boolean {
  const quality = ownQuality(state)
  return (quality !== null && quality <= 1) || selectIsPaused(state)
}

function ownQuality({ session }: CallState): number | null {
  return 'room' in session ? session.room.local.networkQuality : null
}
