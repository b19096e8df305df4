'use client'
import Mic from 'lucide-react/icons/mic'
import MicOff from 'lucide-react/icons/mic-off'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { CallButton } from './CallButton.tsx'

/** Mutes and unmutes, or asks for a microphone there is not yet. */
export function MicrophoneButton() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const status = useCallState(selectMicrophone)
  const isHeard = !useCallState(selectIsMuted) && status !== 'off'
  return (
    <CallButton
      part="microphone-button"
      label={isHeard ? words.mute : words.unmute}
      icon={isHeard ? Mic : MicOff}
      state={isHeard ? 'on' : 'off'}
      isBusy={status === 'starting'}
      onPress={() => void calls.toggleMicrophone()}
    />
  )
}

const selectMicrophone = ({ media }: CallState) => media.microphone.status
const selectIsMuted = ({ media }: CallState) => media.isMuted
