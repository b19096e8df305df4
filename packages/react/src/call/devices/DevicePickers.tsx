'use client'
import Mic from 'lucide-react/icons/mic'
import Video from 'lucide-react/icons/video'
import Volume2 from 'lucide-react/icons/volume-2'
import { useDevices } from '../../local-media/useDevices.ts'
import { DeviceNewsLine } from './DeviceNewsLine.tsx'
import { DevicePicker } from './DevicePicker.tsx'
import { MicrophoneMeter } from './MicrophoneMeter.tsx'
import { NoiseSwitch } from './NoiseSwitch.tsx'
import { SpeakerTest } from './SpeakerTest.tsx'

/** Microphone, camera and speaker: which one, and whether it works. The same in the lobby and in the call. */
export function DevicePickers() {
  const devices = useDevices()
  const { chooseDevice } = devices
  return (
    <div data-meetings-part="device-pickers">
      <DevicePicker
        kind="microphone"
        icon={Mic}
        devices={devices.microphones}
        using={devices.microphoneId}
        onChoose={(id) => void chooseDevice('microphone', id)}
      >
        <MicrophoneMeter />
        <NoiseSwitch />
      </DevicePicker>
      <DevicePicker
        kind="speaker"
        icon={Volume2}
        devices={devices.speakers}
        using={devices.speakerId}
        onChoose={(id) => void chooseDevice('speaker', id)}
      >
        <SpeakerTest speakerId={devices.speakerId} />
      </DevicePicker>
      <DevicePicker
        kind="camera"
        icon={Video}
        devices={devices.cameras}
        using={devices.cameraId}
        onChoose={(id) => void chooseDevice('camera', id)}
      />
      <DeviceNewsLine news={devices.news} problem={devices.choiceProblem} />
    </div>
  )
}
