'use client'
import ChevronUp from 'lucide-react/icons/chevron-up'
import PhoneOff from 'lucide-react/icons/phone-off'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useIsHost } from '../people/useIsHost.ts'
import { useStageWords } from '../stage/useStageWords.ts'

/** Leaves at once. Who hosts may also end the call for everybody, which is asked once more. */
export function LeaveButton() {
  const { calls, callView } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const { endForAll } = useStageWords()
  const isHost = useIsHost()
  return (
    <div data-meetings-part="leave" data-host={isHost || undefined}>
      <button
        type="button"
        aria-label={words.leave}
        data-meetings-part="leave-button"
        onClick={() => void calls.leave()}
      >
        <PhoneOff aria-hidden="true" />
        <span aria-hidden="true" data-meetings-part="leave-word">
          {words.leave}
        </span>
      </button>
      {isHost && (
        <button
          type="button"
          aria-label={endForAll}
          aria-haspopup="dialog"
          data-meetings-part="end-button"
          onClick={() => callView.set({ dialog: 'end-for-all' })}
        >
          <ChevronUp aria-hidden="true" />
          <span aria-hidden="true" data-meetings-part="tooltip">
            {endForAll}
          </span>
        </button>
      )}
    </div>
  )
}
