'use client'
import Smile from 'lucide-react/icons/smile'
import type { CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { CallButton } from '../control-bar/CallButton.tsx'
import { useTalkWords } from '../people/useTalkWords.ts'
import { useViewOf } from '../useViewOf.ts'

/** Opens the choice of reactions, which lies above the bar: also when this is a line of the "more" menu. */
export function ReactionsButton() {
  const { callView } = useRuntime('VideoCallModal')
  const words = useTalkWords()
  const isOpen = useViewOf(selectIsOpen)
  const isConnected = useCallState(selectIsConnected)
  return (
    <CallButton
      part="reactions-button"
      label={words.react}
      icon={Smile}
      state={isOpen ? 'active' : 'on'}
      isExpanded={isOpen}
      isDisabled={!isConnected}
      onPress={() => callView.set({ isReacting: !isOpen })}
    />
  )
}

const selectIsOpen = (view: CallView) => view.isReacting
const selectIsConnected = ({ session }: CallState) => session.phase === 'connected'
