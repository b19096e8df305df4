'use client'
import type { ReactNode } from 'react'
import { Button } from '../../theme/button/Button.tsx'
import { MeetingsRoot } from '../../theme/root/MeetingsRoot.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { RemoteSound } from './RemoteSound.tsx'
import { useCallSound } from './useCallSound.ts'

/** The part of `<CallAudio>` that is only needed in a call. */
export function EverybodysSound({ blocked }: { blocked: ((turnOn: () => void) => ReactNode) | undefined }) {
  const { play, isBlocked, turnOn } = useCallSound()
  const { turnSoundOn } = useCallWords()
  return (
    <>
      <RemoteSound play={play} />
      {isBlocked && blocked?.(turnOn)}
      {isBlocked && !blocked && (
        <MeetingsRoot>
          <Button look="primary" onClick={turnOn}>
            {turnSoundOn}
          </Button>
        </MeetingsRoot>
      )}
    </>
  )
}
