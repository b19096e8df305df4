'use client'
import { useDevices } from '../../local-media/useDevices.ts'
import { useLobbyWords } from './useLobbyWords.ts'

/** Noise out of the voice, or in: a room with music wants it in. Not there where the browser cannot. */
export function NoiseSwitch() {
  const { reducesNoise, reduceNoise } = useDevices()
  const words = useLobbyWords()
  if (reducesNoise === null) return null
  return (
    <label data-meetings-part="noise-switch">
      <input
        type="checkbox"
        checked={reducesNoise}
        onChange={(event) => void reduceNoise(event.target.checked)}
      />
      {words.reduceNoise}
    </label>
  )
}
