'use client'
import { useLocalMedia } from '../../local-media/useLocalMedia.ts'
import { LocalVideo } from '../tile/LocalVideo.tsx'
import { DeviceGuides } from './DeviceGuides.tsx'
import { DevicePickers } from './DevicePickers.tsx'
import { useLobbyWords } from './useLobbyWords.ts'

/** The settings of the running call: which devices, and whether they work. */
export function Panel() {
  const { camera, cameraTrack } = useLocalMedia()
  const words = useLobbyWords()
  return (
    <div data-meetings-part="device-settings">
      {camera.status === 'on' && cameraTrack && (
        <div role="img" aria-label={words.preview} data-meetings-part="device-preview">
          <LocalVideo track={cameraTrack} />
        </div>
      )}
      <DeviceGuides />
      <DevicePickers />
    </div>
  )
}
