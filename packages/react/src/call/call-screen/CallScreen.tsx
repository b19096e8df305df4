'use client'
import { useEffect, useRef } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Announcer } from '../announcer/Announcer.tsx'
import { EndedCall } from '../call-message/EndedCall.tsx'
import { FailedCall } from '../call-message/FailedCall.tsx'
import { ControlBar } from '../control-bar/ControlBar.tsx'
import { keepFocusIn } from '../dialog/keep-focus-in.ts'
import { Notices } from '../notices/Notices.tsx'
import { RemoteSound } from '../sound/RemoteSound.tsx'
import { useCallSound } from '../sound/useCallSound.ts'
import { Stage } from '../stage/Stage.tsx'
import { TopBar } from '../top-bar/TopBar.tsx'

/** Everything inside the dialog of an open call. Loaded on demand, with all it imports. */
export function CallScreen() {
  const phase = useCallState(selectPhase)
  const outcome = useCallState(selectOutcome)
  const screen = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const dialog = screen.current?.closest<HTMLElement>('[role="dialog"]')
    return dialog ? keepFocusIn(dialog) : undefined
  }, [])

  return (
    <div ref={screen} data-meetings-part="call-screen" data-state={phase}>
      {outcome?.phase === 'failed' && <FailedCall problem={outcome.problem} />}
      {outcome?.phase === 'ended' && <EndedCall end={outcome.end} />}
      {!outcome && <CallRoom />}
    </div>
  )
}

/** Connecting, in the call and reconnecting are one screen, so that nothing jumps and no focus is lost. */
function CallRoom() {
  const sound = useCallSound()
  return (
    <>
      <TopBar />
      <Notices sound={sound} />
      <Stage />
      <ControlBar />
      <RemoteSound play={sound.play} />
      <Announcer />
    </>
  )
}

const selectPhase = ({ session }: CallState) => session.phase
const selectOutcome = ({ session }: CallState) =>
  session.phase === 'failed' || session.phase === 'ended' ? session : null
