'use client'
import Video from 'lucide-react/icons/video'
import VideoOff from 'lucide-react/icons/video-off'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { CallButton } from './CallButton.tsx'

/** Turns the camera on and off; off is off, with its light. */
export function CameraButton() {
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

const selectCamera = ({ media }: CallState) => media.camera.status
