'use client'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useLobbyWords } from './useLobbyWords.ts'
import { useOwnMedia } from './useOwnMedia.ts'

/** Noise out of the voice, or in: a room with music wants it in. Not there where the browser cannot. */
export function NoiseSwitch() {
  const { calls } = useRuntime('VideoCallModal')
  const { reducesNoise } = useOwnMedia().devices
  const words = useLobbyWords()
  if (reducesNoise === null) return null
  return (
    <label data-meetings-part="noise-switch">
      <input
        type="checkbox"
        checked={reducesNoise}
        onChange={(event) => void calls.reduceNoise(event.target.checked)}
      />
      {words.reduceNoise}
    </label>
  )
}
