'use client'
import { LocalVideo } from '../tile/LocalVideo.tsx'
import { useLobbyWords } from './useLobbyWords.ts'
import { useOwnMedia } from './useOwnMedia.ts'

/** How others see this person, while their camera is on. */
export function OwnPreview() {
  const { camera, cameraTrack } = useOwnMedia()
  const words = useLobbyWords()
  if (camera.status !== 'on' || !cameraTrack) return null
  return (
    <div role="img" aria-label={words.preview} data-meetings-part="device-preview">
      <LocalVideo track={cameraTrack} />
    </div>
  )
}
