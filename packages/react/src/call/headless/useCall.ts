'use client'
import { useMemo } from 'react'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import type { CallLayout, CallPanel, CallView, SelfView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { RoomEndKind } from '../../room/room-end.ts'
import type { CallState, LaunchResult } from '../../session/call-controller.ts'
import type { CallPhase } from '../../session/call-session.ts'
import { useViewOf } from '../useViewOf.ts'

/** The open call for controls of your own. */
export interface Call {
  /**
   * `idle`: there is none. `launching`: the server is asked. `waiting`: until a host lets the person in;
   * `turned-away`: they did not, or the meeting is over. `lobby`: the person has not gone in yet. Then
   * `connecting`, `connected`, `reconnecting`. `failed`, `ended` and `turned-away` are on the screen until they are closed.
   */
  phase: CallPhase
  /** Why it is `failed` or `turned-away`; for people: `describeError`. */
  problem: MeetingsProblem | null
  /** Why it `ended`, which this person's own leaving does not tell: then there is no call any more. */
  endedBy: RoomEndKind | null
  /** The microphone is held, but nobody hears it. */
  isMuted: boolean
  isMicrophoneOn: boolean
  isCameraOn: boolean
  isSharingScreen: boolean
  /** The service records the room. */
  isRecording: boolean
  isMinimised: boolean
  /** The side panel that is open. */
  panel: CallPanel | null
  layout: CallLayout
  /** The identity of who has the large place whoever speaks. */
  pinned: string | null
  selfView: SelfView
  /** Mutes and unmutes, or asks for a microphone there is not yet. Like the other verbs it never rejects. */
  toggleMicrophone(): Promise<void>
  toggleCamera(): Promise<void>
  toggleScreenShare(): Promise<void>
  /** From the `lobby` into the call. */
  join(): void
  /** After `failed` or `ended`: asks the server again and opens the same meeting. */
  retry(): Promise<LaunchResult>
  /** Closes a call that `failed`, `ended` or was `turned-away`. */
  close(): void
  /** Leaves, stops every device, tells the server, closes. */
  leave(): Promise<void>
  minimise(): void
  restore(): void
  openPanel(panel: CallPanel | null): void
  setLayout(layout: CallLayout): void
  /** `null`: the large place is the speaker's again. */
  pin(identity: string | null): void
  setSelfView(selfView: SelfView): void
}

/**
 * Where the call is and what can be done with it. Renders again only when one of its values changed: nobody
 * who comes, goes or speaks is among them (`useParticipants`). Throws outside `<MeetingProvider>`.
 *
 * @example
 * function MyMuteButton() {
 *   const { isMuted, toggleMicrophone } = useCall()
 *   return <button onClick={toggleMicrophone}>{isMuted ? 'Unmute' : 'Mute'}</button>
 * }
 */
export function useCall(): Call {
  const { calls, callView } = useRuntime('useCall')
  const phase = useCallState(selectPhase, 'useCall')
  const problem = useCallState(selectProblem, 'useCall')
  const endedBy = useCallState(selectEndedBy, 'useCall')
  const isMuted = useCallState(selectIsMuted, 'useCall')
  const isMicrophoneOn = useCallState(selectMicrophone, 'useCall')
  const isCameraOn = useCallState(selectCamera, 'useCall')
  const isSharingScreen = useCallState(selectScreen, 'useCall')
  const isRecording = useCallState(selectIsRecording, 'useCall')
  const { isMinimised, panel, layout, pinned, selfView } = useViewOf(selectView, 'useCall')

  const verbs = useMemo(
    () => ({
      toggleMicrophone: calls.toggleMicrophone,
      toggleCamera: calls.toggleCamera,
      toggleScreenShare: calls.toggleScreenShare,
      join: calls.enter,
      retry: calls.retry,
      close: calls.dismiss,
      leave: calls.leave,
      minimise: () => callView.set({ isMinimised: true }),
      restore: () => callView.set({ isMinimised: false }),
      openPanel: (wanted: CallPanel | null) => callView.set({ panel: wanted }),
      setLayout: (wanted: CallLayout) => callView.set({ layout: wanted }),
      pin: (identity: string | null) => callView.set({ pinned: identity }),
      setSelfView: (wanted: SelfView) => callView.set({ selfView: wanted }),
    }),
    [calls, callView],
  )

  return {
    phase,
    problem,
    endedBy,
    isMuted,
    isMicrophoneOn,
    isCameraOn,
    isSharingScreen,
    isRecording,
    isMinimised,
    panel,
    layout,
    pinned,
    selfView,
    ...verbs,
  }
}

const selectPhase = ({ session }: CallState) => session.phase
const selectProblem = ({ session }: CallState) => ('problem' in session ? session.problem : null)
const selectEndedBy = ({ session }: CallState) => ('end' in session ? session.end.kind : null)
const selectIsMuted = ({ media }: CallState) => media.isMuted
const selectMicrophone = ({ media }: CallState) => media.microphone.status === 'on'
const selectCamera = ({ media }: CallState) => media.camera.status === 'on'
const selectScreen = ({ media }: CallState) => media.screen.status === 'on'
const selectIsRecording = ({ session }: CallState) => 'room' in session && session.room.isRecording
const selectView = (view: CallView) => view
