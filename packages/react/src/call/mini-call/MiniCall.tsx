'use client'
import Maximize2 from 'lucide-react/icons/maximize-2'
import PhoneOff from 'lucide-react/icons/phone-off'
import { useEffect, useId, useRef } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { CallButton } from '../control-bar/CallButton.tsx'
import { MicrophoneButton } from '../control-bar/MicrophoneButton.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { MiniPicture } from './MiniPicture.tsx'
import { MiniStatus } from './MiniStatus.tsx'
import { useCorner } from './useCorner.ts'

/** The call as a small tile: who is on, one's microphone, the way back and the way out. */
export function MiniCall() {
  const { calls, callView } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const back = useRef<HTMLButtonElement>(null)
  const hintId = useId()
  const { wasDragged, ...corner } = useCorner()

  // The button that was pressed is gone; this is where it leads back from.
  useEffect(() => back.current?.focus({ preventScroll: true }), [])

  return (
    <div data-meetings-part="mini-call">
      <MiniPicture />
      <MiniStatus />
      {/* The whole picture is the button and the handle: a tile this small has no room for more of them. */}
      <button
        ref={back}
        type="button"
        aria-label={words.returnToCall}
        aria-describedby={hintId}
        data-meetings-part="return-button"
        onClick={(event) => {
          if (!wasDragged(event)) callView.set({ isMinimised: false })
        }}
        {...corner}
      >
        <Maximize2 aria-hidden="true" />
        <span aria-hidden="true" data-meetings-part="tooltip">
          {words.returnToCall}
        </span>
      </button>
      <VisuallyHidden id={hintId}>{words.moveWithArrows}</VisuallyHidden>
      <div role="group" aria-label={words.controls} data-meetings-part="mini-controls">
        <MicrophoneButton />
        <CallButton
          part="mini-leave-button"
          label={words.leave}
          icon={PhoneOff}
          state="on"
          onPress={() => void calls.leave()}
        />
      </div>
    </div>
  )
}
