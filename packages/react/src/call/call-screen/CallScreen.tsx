'use client'
import { useEffect, useRef } from 'react'
import type { CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Button } from '../../theme/button/Button.tsx'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { useFirstScene } from '../announcer/useFirstScene.ts'
import { ControlBar } from '../control-bar/ControlBar.tsx'
import { useKeptFocus } from '../dialog/useKeptFocus.ts'
import { LobbyScreen } from '../lobby/LobbyScreen.tsx'
import type { Around } from '../notices/load-around.ts'
import { useAround } from '../notices/useAround.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { RemoteSound } from '../sound/RemoteSound.tsx'
import { useCallSound } from '../sound/useCallSound.ts'
import { Stage } from '../stage/Stage.tsx'
import { TopBar } from '../top-bar/TopBar.tsx'
import { useCallView } from '../useCallView.ts'
import { useComponent } from '../useComponent.ts'
import { useViewOf } from '../useViewOf.ts'

/** Everything inside the dialog of an open call. Loaded on demand, with all it imports. */
export function CallScreen() {
  const { callView } = useRuntime('VideoCallModal')
  const phase = useCallState(selectPhase)
  const outcome = useCallState(selectOutcome)
  const isBefore = phase === 'lobby' || phase === 'waiting' || phase === 'turned-away'
  const { isMinimised } = useCallView('VideoCallModal')
  const screen = useRef<HTMLDivElement>(null)
  const isOver = outcome !== null
  const around = useAround(isOver)
  useKeptFocus(screen)

  // Trying again begins a new call, which opens over the page like any other.
  useEffect(() => {
    if (isOver) callView.set({ isMinimised: false })
  }, [isOver, callView])

  return (
    <div ref={screen} data-meetings-part="call-screen" data-state={phase}>
      {around && <around.Shortcuts inside={screen} isOn={!isMinimised && !isOver && !isBefore} />}
      {around && <around.FeedbackRequest />}
      {isOver && !around && <PlainOutcome />}
      {around && outcome?.phase === 'failed' && <around.FailedCall problem={outcome.problem} />}
      {around && outcome?.phase === 'ended' && (
        <around.EndedCall end={outcome.end} endsAt={outcome.ticket.endsAt} />
      )}
      {isBefore && <LobbyScreen />}
      {!outcome && !isBefore && <CallRoom isMinimised={isMinimised} />}
    </div>
  )
}

/**
 * Connecting, in the call and reconnecting are one screen, so that nothing jumps and no focus is lost.
 * Sound and announcements keep their place in the list of children: minimising must not interrupt them.
 */
function CallRoom({ isMinimised }: { isMinimised: boolean }) {
  const sound = useCallSound()
  const needsMore = useViewOf(selectNeedsMore)
  const hasTrouble = useCallState(selectHasTrouble)
  const around = useAround(needsMore || hasTrouble || sound.isBlocked)
  const firstScene = useFirstScene()
  const Top = useComponent('TopBar', TopBar)
  const Middle = useComponent('Stage', Stage)
  const Bar = useComponent('ControlBar', ControlBar)
  return (
    <>
      {!isMinimised && Top && <Top />}
      {around && <around.Notices sound={sound} isMinimised={isMinimised} />}
      {!isMinimised && around && <around.TalkNotice />}
      {isMinimised ? (
        around && <SmallCall {...around} />
      ) : (
        <div data-meetings-part="call-middle">
          {Middle && <Middle />}
          {around && <around.Captions />}
          {around && <around.ChatToast />}
          {around && <around.SidePanel />}
        </div>
      )}
      {!isMinimised && around && <around.Reactions />}
      {!isMinimised && Bar && <Bar />}
      {!isMinimised && around && <around.CallDialogs />}
      {around && <around.Surroundings />}
      <RemoteSound play={sound.play} />
      {around && <around.Announcer since={firstScene} />}
    </>
  )
}

/** While the network is gone, too, and with it the code of the screen that says what happened, there is a way out. */
function PlainOutcome() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useCallWords()
  return (
    <div data-meetings-part="call-opening">
      <Spinner />
      <Button onClick={() => calls.dismiss()}>{words.close}</Button>
    </div>
  )
}

function SmallCall({ MiniCall, WindowedCall }: Pick<Around, 'MiniCall' | 'WindowedCall'>) {
  const smallWindow = useViewOf(selectSmallWindow)
  return smallWindow ? <WindowedCall smallWindow={smallWindow} /> : <MiniCall />
}

const selectNeedsMore = ({ isMinimised, isReacting, dialog, panel }: CallView) =>
  isMinimised || isReacting || dialog !== null || panel !== null
const selectHasTrouble = ({ session, media }: CallState) =>
  session.phase === 'reconnecting' ||
  media.microphone.problem !== null ||
  media.camera.problem !== null ||
  media.screen.problem !== null
const selectSmallWindow = (view: CallView) => view.smallWindow
const selectPhase = ({ session }: CallState) => session.phase
const selectOutcome = ({ session }: CallState) =>
  session.phase === 'failed' || session.phase === 'ended' ? session : null
