'use client'
import { useEffect, useRef } from 'react'
import type { CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Announcer } from '../announcer/Announcer.tsx'
import { CallDialogs } from '../call-dialog/CallDialogs.tsx'
import { EndedCall } from '../call-message/EndedCall.tsx'
import { FailedCall } from '../call-message/FailedCall.tsx'
import { ChatToast } from '../chat/ChatToast.tsx'
import { ControlBar } from '../control-bar/ControlBar.tsx'
import { keepFocusIn } from '../dialog/keep-focus-in.ts'
import { useFeedbackRequest } from '../feedback/useFeedbackRequest.ts'
import { TalkNotice } from '../hands/TalkNotice.tsx'
import { LobbyScreen } from '../lobby/LobbyScreen.tsx'
import { MiniCall } from '../mini-call/MiniCall.tsx'
import { WindowedCall } from '../mini-call/WindowedCall.tsx'
import { Notices } from '../notices/Notices.tsx'
import { useAround } from '../notices/useAround.ts'
import { SidePanel } from '../panel/SidePanel.tsx'
import { Reactions } from '../reactions/Reactions.tsx'
import { useShortcuts } from '../shortcuts/useShortcuts.ts'
import { RemoteSound } from '../sound/RemoteSound.tsx'
import { useCallSound } from '../sound/useCallSound.ts'
import { Stage } from '../stage/Stage.tsx'
import { useSmallWindowEnd } from '../surroundings/useSmallWindow.ts'
import { useSurroundings } from '../surroundings/useSurroundings.ts'
import { TopBar } from '../top-bar/TopBar.tsx'
import { useCallView } from '../useCallView.ts'
import { useComponent } from '../useComponent.ts'
import { useViewOf } from '../useViewOf.ts'

/** Everything inside the dialog of an open call. Loaded on demand, with all it imports. */
export function CallScreen() {
  const { callView } = useRuntime('VideoCallModal')
  const phase = useCallState(selectPhase)
  const outcome = useCallState(selectOutcome)
  const { isMinimised } = useCallView('VideoCallModal')
  const screen = useRef<HTMLDivElement>(null)
  useFeedbackRequest()

  useEffect(() => {
    const dialog = screen.current?.closest<HTMLElement>('[data-meetings-part="video-call"]')
    return dialog && !isMinimised ? keepFocusIn(dialog) : undefined
  }, [isMinimised])

  useShortcuts(screen, !isMinimised && outcome === null && phase !== 'lobby')

  // Trying again begins a new call, which opens over the page like any other.
  const isOver = outcome !== null
  useEffect(() => {
    if (isOver) callView.set({ isMinimised: false })
  }, [isOver, callView])

  return (
    <div ref={screen} data-meetings-part="call-screen" data-state={phase}>
      {outcome?.phase === 'failed' && <FailedCall problem={outcome.problem} />}
      {outcome?.phase === 'ended' && <EndedCall end={outcome.end} endsAt={outcome.ticket.endsAt} />}
      {phase === 'lobby' && <LobbyScreen />}
      {!outcome && phase !== 'lobby' && <CallRoom isMinimised={isMinimised} />}
    </div>
  )
}

/**
 * Connecting, in the call and reconnecting are one screen, so that nothing jumps and no focus is lost.
 * Sound and announcements keep their place in the list of children: minimising must not interrupt them.
 */
function CallRoom({ isMinimised }: { isMinimised: boolean }) {
  const sound = useCallSound()
  const around = useAround()
  const Top = useComponent('TopBar', TopBar)
  const Middle = useComponent('Stage', Stage)
  const Bar = useComponent('ControlBar', ControlBar)
  useSurroundings()
  useSmallWindowEnd()
  return (
    <>
      {!isMinimised && Top && <Top />}
      <Notices sound={sound} isMinimised={isMinimised} />
      {!isMinimised && <TalkNotice />}
      {isMinimised ? (
        <SmallCall />
      ) : (
        <div data-meetings-part="call-middle">
          {Middle && <Middle />}
          {around && <around.Captions />}
          <SidePanel />
        </div>
      )}
      {!isMinimised && <ChatToast />}
      {!isMinimised && <Reactions />}
      {!isMinimised && Bar && <Bar />}
      {!isMinimised && <CallDialogs />}
      <RemoteSound play={sound.play} />
      <Announcer />
    </>
  )
}

function SmallCall() {
  const smallWindow = useViewOf(selectSmallWindow)
  return smallWindow ? <WindowedCall smallWindow={smallWindow} /> : <MiniCall />
}

const selectSmallWindow = (view: CallView) => view.smallWindow
const selectPhase = ({ session }: CallState) => session.phase
const selectOutcome = ({ session }: CallState) =>
  session.phase === 'failed' || session.phase === 'ended' ? session : null
