'use client'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { useLobbyWords } from '../devices/useLobbyWords.ts'
import { useOwnMedia } from '../devices/useOwnMedia.ts'

/** Goes in, and says beforehand how: seen and heard, or not. */
export function JoinButton() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useLobbyWords()
  const { microphone, camera, isMuted } = useOwnMedia()
  const isHeard = microphone.status !== 'off' && !isMuted
  const isSeen = camera.status !== 'off'
  const label = isHeard
    ? isSeen
      ? words.joinNow
      : words.joinWithoutCamera
    : isSeen
      ? words.joinMuted
      : words.joinMutedWithoutCamera
  return (
    <Button look="primary" onClick={() => calls.enter()}>
      {label}
    </Button>
  )
}
