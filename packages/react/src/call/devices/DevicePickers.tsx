'use client'
import Mic from 'lucide-react/icons/mic'
import Video from 'lucide-react/icons/video'
import Volume2 from 'lucide-react/icons/volume-2'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useComponent } from '../useComponent.ts'
import { BackgroundPicker } from './BackgroundPicker.tsx'
import { DeviceNewsLine } from './DeviceNewsLine.tsx'
import { DevicePicker } from './DevicePicker.tsx'
import { MicrophoneMeter } from './MicrophoneMeter.tsx'
import { NoiseSwitch } from './NoiseSwitch.tsx'
import { SpeakerTest } from './SpeakerTest.tsx'
import { useOwnMedia } from './useOwnMedia.ts'

/** Microphone, camera and speaker: which one, and whether it works. The same in the lobby and in the call. */
export function DevicePickers() {
  const { calls } = useRuntime('VideoCallModal')
  const Background = useComponent('BackgroundPicker', BackgroundPicker)
  const { available, using, news, choiceProblem } = useOwnMedia().devices
  return (
    <div data-meetings-part="device-pickers">
      <DevicePicker
        kind="microphone"
        icon={Mic}
        devices={available.microphone}
        using={using.microphone}
        onChoose={(id) => void calls.chooseDevice('microphone', id)}
      >
        <MicrophoneMeter />
        <NoiseSwitch />
      </DevicePicker>
      <DevicePicker
        kind="speaker"
        icon={Volume2}
        devices={available.speaker}
        using={using.speaker}
        onChoose={(id) => void calls.chooseDevice('speaker', id)}
      >
        <SpeakerTest speakerId={using.speaker} />
      </DevicePicker>
      <DevicePicker
        kind="camera"
        icon={Video}
        devices={available.camera}
        using={using.camera}
        onChoose={(id) => void calls.chooseDevice('camera', id)}
      />
      {Background && <Background />}
      <DeviceNewsLine news={news} problem={choiceProblem} />
    </div>
  )
}
