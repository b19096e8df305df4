'use client'
import Pin from 'lucide-react/icons/pin'
import PinOff from 'lucide-react/icons/pin-off'
import { useCallback } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useStageWords } from '../stage/useStageWords.ts'
import { useViewOf } from '../useViewOf.ts'

/** Gives somebody the large place, whoever speaks, or lets it go to the speaker again. */
export function PinButton({ identity, name }: { identity: string; name: string }) {
  const { callView } = useRuntime('VideoCallModal')
  const words = useStageWords()
  const isPinned = useViewOf(useCallback((view: CallView) => view.pinned === identity, [identity]))
  const Icon = isPinned ? PinOff : Pin
  return (
    <button
      type="button"
      aria-label={fillMessage(isPinned ? words.unpin : words.pin, { name })}
      data-meetings-part="pin-button"
      data-state={isPinned ? 'active' : 'on'}
      onClick={() => callView.set({ pinned: isPinned ? null : identity })}
    >
      <Icon aria-hidden="true" />
    </button>
  )
}
