'use client'
import MonitorUp from 'lucide-react/icons/monitor-up'
import MonitorX from 'lucide-react/icons/monitor-x'
import PhoneOff from 'lucide-react/icons/phone-off'
import Video from 'lucide-react/icons/video'
import VideoOff from 'lucide-react/icons/video-off'
import { useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { CallButton } from './CallButton.tsx'
import { canShareScreen } from './can-share-screen.ts'
import { MicrophoneButton } from './MicrophoneButton.tsx'

/** What a person can do in the call: their devices, their screen, and the way out. */
export function ControlBar() {
  const words = useCallWords()
  return (
    <div role="group" aria-label={words.controls} data-meetings-part="control-bar">
      <MicrophoneButton />
      <CameraButton />
      <ScreenButton />
      <LeaveButton />
    </div>
  )
}

function CameraButton() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const status = useCallState(selectCamera)
  const isSeen = status !== 'off'
  return (
    <CallButton
      part="camera-button"
      label={isSeen ? words.turnCameraOff : words.turnCameraOn}
      icon={isSeen ? Video : VideoOff}
      state={isSeen ? 'on' : 'off'}
      isBusy={status === 'starting'}
      onPress={() => void calls.toggleCamera()}
    />
  )
}

function ScreenButton() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const status = useCallState(selectScreen)
  const phase = useCallState(selectPhase)
  const [isPossible] = useState(canShareScreen)
  if (!isPossible) return null
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

function LeaveButton() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useCallWords()
  return (
    <button type="button" data-meetings-part="leave-button" onClick={() => void calls.leave()}>
      <PhoneOff aria-hidden="true" />
      {words.leave}
    </button>
  )
}

const selectCamera = ({ media }: CallState) => media.camera.status
const selectScreen = ({ media }: CallState) => media.screen.status
const selectPhase = ({ session }: CallState) => session.phase
