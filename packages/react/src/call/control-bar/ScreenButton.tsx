'use client'
import MonitorUp from 'lucide-react/icons/monitor-up'
import MonitorX from 'lucide-react/icons/monitor-x'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { CallButton } from './CallButton.tsx'

/** Shares a screen, window or tab with its sound, and stops. */
export function ScreenButton() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const status = useCallState(selectScreen)
  const phase = useCallState(selectPhase)
  const isSharing = status === 'on'
  return (
    <CallButton
      part="screen-button"
      label={isSharing ? words.stopSharing : words.shareScreen}
      icon={isSharing ? MonitorX : MonitorUp}
      state={isSharing ? 'active' : 'on'}
      isBusy={status === 'starting'}
      isDisabled={phase === 'connecting'}
      onPress={() => void calls.toggleScreenShare()}
    />
  )
}

const selectScreen = ({ media }: CallState) => media.screen.status
const selectPhase = ({ session }: CallState) => session.phase
