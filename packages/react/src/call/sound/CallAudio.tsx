'use client'
import { type ReactNode, useEffect } from 'react'
import { useLoadedPart } from '../../loaded-part/useLoadedPart.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { isCallOpen } from '../../session/call-session.ts'

/** The network was gone. */
const AGAIN_MS = 2_000

export interface CallAudioProps {
  /**
   * What stands here while the browser holds the sound back until somebody presses something: call `turnOn` from
   * a click. By default a button of ours, "Turn sound on".
   */
  children?: (turnOn: () => void) => ReactNode
}

/**
 * Plays what everybody says and what sounds with their screens, where the speaker was chosen. For a call screen
 * of your own without `<ManagedVideoCall>`, which has it. Throws outside `<MeetingProvider>`.
 */
export function CallAudio({ children }: CallAudioProps) {
  const isOpen = useCallState(selectIsOpen, 'CallAudio')
  return isOpen ? <LoadedAudio blocked={children} /> : null
}

function LoadedAudio({ blocked }: { blocked: CallAudioProps['children'] }) {
  const { clock } = useRuntime('CallAudio')
  const sound = useLoadedPart(loadSound)
  const tryAgain = sound.status === 'failed' ? sound.tryAgain : null
  useEffect(() => (tryAgain ? clock.after(AGAIN_MS, tryAgain) : undefined), [clock, tryAgain])
  return sound.status === 'ready' ? <sound.part.EverybodysSound blocked={blocked} /> : null
}

/** Most pages never open a call. */
const loadSound = () => import('./EverybodysSound.tsx')

const selectIsOpen = ({ session }: CallState) => isCallOpen(session)
