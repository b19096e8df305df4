'use client'
import Hand from 'lucide-react/icons/hand'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { CallButton } from '../control-bar/CallButton.tsx'
import { useTalkWords } from '../people/useTalkWords.ts'
import { ownIdentityIn } from '../people/who-is-who.ts'
import { handPlaceIn } from './hands-in.ts'

/** Raises this person's hand and lowers it again. */
export function HandButton() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useTalkWords()
  const isUp = useCallState(selectIsUp)
  const isConnected = useCallState(selectIsConnected)
  return (
    <CallButton
      part="hand-button"
      label={isUp ? words.lowerHand : words.raiseHand}
      icon={Hand}
      state={isUp ? 'active' : 'on'}
      isDisabled={!isConnected}
      onPress={() => calls.talk({ type: 'hand', isUp: !isUp })}
    />
  )
}

const selectIsUp = (state: CallState) => handPlaceIn(state, ownIdentityIn(state.session)) !== null
const selectIsConnected = ({ session }: CallState) => session.phase === 'connected'
