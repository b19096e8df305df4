'use client'
import MicOff from 'lucide-react/icons/mic-off'
import { useEffect } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Button } from '../../theme/button/Button.tsx'
import { useNameOf } from '../people/useNameOf.ts'
import { useTalkLaterWords } from '../people/useTalkLaterWords.ts'

/** How long the line stays that says who muted this person, in milliseconds. */
const SHOWN_MS = 8_000

/**
 * What a host did or asks, as a line above the faces. The announcer of the call reads it out, so this is
 * only to be seen and pressed.
 */
export function TalkNotice() {
  const { calls, clock } = useRuntime('VideoCallModal')
  const words = useTalkLaterWords()
  const nameOf = useNameOf()
  const askedBy = useCallState(selectAskedBy)
  const mutedBy = useCallState(selectMutedBy)
  const isHeard = useCallState(selectIsHeard)

  // Whoever has unmuted by the button has answered.
  useEffect(() => {
    if (!isHeard) return
    calls.talk({ type: 'answer-unmute', unmute: false })
    calls.talk({ type: 'mute-seen' })
  }, [calls, isHeard])

  useEffect(() => {
    if (mutedBy === null) return
    return clock.after(SHOWN_MS, () => calls.talk({ type: 'mute-seen' }))
  }, [calls, clock, mutedBy])

  if (askedBy !== null) {
    return (
      <div data-meetings-part="notices">
        <div data-meetings-part="notice" data-tone="info">
          <MicOff aria-hidden="true" />
          <div data-meetings-part="notice-text">
            {fillMessage(words.askedToUnmute, { name: nameOf(askedBy) })}
          </div>
          <Button look="primary" onClick={() => calls.talk({ type: 'answer-unmute', unmute: true })}>
            {words.unmuteNow}
          </Button>
          <Button onClick={() => calls.talk({ type: 'answer-unmute', unmute: false })}>
            {words.stayMuted}
          </Button>
        </div>
      </div>
    )
  }
  if (mutedBy === null) return null
  return (
    <div data-meetings-part="notices">
      <div data-meetings-part="notice" data-tone="info">
        <MicOff aria-hidden="true" />
        <div data-meetings-part="notice-text">
          {fillMessage(words.mutedByHost, { name: nameOf(mutedBy) })}
        </div>
      </div>
    </div>
  )
}

const selectAskedBy = ({ talk }: CallState) => talk.unmuteAskedBy
const selectMutedBy = ({ talk }: CallState) => talk.mutedBy
const selectIsHeard = ({ media }: CallState) => !media.isMuted && media.microphone.status === 'on'
