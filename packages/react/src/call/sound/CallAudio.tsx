'use client'
import { type ReactNode, useEffect } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { isCallOpen } from '../../session/call-session.ts'
import { useLoadedScreen } from '../useLoadedScreen.ts'

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
  const screen = useLoadedScreen()
  const tryAgain = screen.status === 'failed' ? screen.tryAgain : null
  useEffect(() => (tryAgain ? clock.after(AGAIN_MS, tryAgain) : undefined), [clock, tryAgain])
  return screen.status === 'ready' ? <screen.part.EverybodysSound blocked={blocked} /> : null
}

const selectIsOpen = ({ session }: CallState) => isCallOpen(session)
