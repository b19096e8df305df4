'use client'
import MicOff from 'lucide-react/icons/mic-off'
import { useEffect, useState } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { PANELS } from '../panel/panels.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { describeKeys } from '../shortcuts/match-keys.ts'
import { useShortcutTable } from '../shortcuts/useShortcutTable.ts'
import { useStageLaterWords } from '../stage/useStageLaterWords.ts'
import { type Listen, listenToClone } from './listen-to-clone.ts'
import { type Hearing, LISTEN_MS, NOTHING_HEARD_YET, nextHearing, REST_MS } from './next-hearing.ts'

/** Says that somebody talks while muted, or that their microphone gives no sound at all. */
export function MicrophoneHint({ listen = listenToClone }: { listen?: Listen }) {
  const { calls, callView } = useRuntime('VideoCallModal')
  const words = useStageLaterWords()
  const { unmute } = useCallWords()
  const { pushToTalk } = useShortcutTable()
  const hint = useHint(listen)
  const keys = pushToTalk === 'Space' ? words.spaceBar : pushToTalk && describeKeys(pushToTalk)
  const muted = keys ? fillMessage(words.talkingMutedHold, { key: keys }) : words.talkingMuted

  return (
    // The region is there before its words are: only then are they read out.
    <div role="status" data-meetings-part="microphone-hints">
      {hint !== null && (
        <div data-meetings-part="microphone-hint" data-hint={hint}>
          <MicOff aria-hidden="true" />
          <span>{hint === 'dead' ? words.microphoneDead : muted}</span>
          {hint === 'muted-talking' && (
            <button
              type="button"
              data-meetings-part="hint-button"
              onClick={() => void calls.toggleMicrophone()}
            >
              {unmute}
            </button>
          )}
          {hint === 'dead' && PANELS.settings && (
            <button
              type="button"
              data-meetings-part="hint-button"
              onClick={() => callView.set({ panel: 'settings' })}
            >
              {words.settings}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/**
 * Listens four times a second and renders only when there is something else to say. A microphone that is on and has
 * been heard is left alone for a while.
 */
function useHint(listen: Listen): Hearing['hint'] {
  const { calls, clock } = useRuntime('VideoCallModal')
  const track = useCallState(selectTrack)
  const [hint, setHint] = useState<Hearing['hint']>(null)

  useEffect(() => {
    const listening = track && listen(track)
    if (!listening) return
    const isMuted = () => calls.getState().media.isMuted
    let wasMuted = isMuted()
    let hearing = NOTHING_HEARD_YET
    let cancel = () => {}

    const tick = () => {
      const heard = listening.hear()
      if (heard) {
        hearing = nextHearing(hearing, heard, isMuted())
        setHint(hearing.hint)
      }
      if (heard && !heard.isNothing && !isMuted()) {
        listening.rest()
        cancel = clock.after(REST_MS, wake)
      } else cancel = clock.after(LISTEN_MS, tick)
    }
    const wake = () => {
      listening.wake()
      cancel()
      cancel = clock.after(LISTEN_MS, tick)
    }
    const unsubscribe = calls.subscribe(() => {
      if (isMuted() === wasMuted) return
      wasMuted = isMuted()
      wake()
    })
    cancel = clock.after(LISTEN_MS, tick)
    return () => {
      cancel()
      unsubscribe()
      listening.stop()
      setHint(null)
    }
  }, [calls, clock, track, listen])

  return hint
}

const selectTrack = ({ media }: CallState) =>
  media.microphone.status === 'on' ? media.microphoneTrack : null
