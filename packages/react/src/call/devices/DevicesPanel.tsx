'use client'
import { LocalVideo } from '../tile/LocalVideo.tsx'
import { DeviceGuides } from './DeviceGuides.tsx'
import { DevicePickers } from './DevicePickers.tsx'
import { useLobbyWords } from './useLobbyWords.ts'
import { useOwnMedia } from './useOwnMedia.ts'

/** The settings of the running call: which devices, and whether they work. */
export function Panel() {
  const { camera, cameraTrack } = useOwnMedia()
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
