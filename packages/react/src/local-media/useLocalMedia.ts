'use client'
import { useMemo } from 'react'
import type { LocalDeviceState } from '../media/local-media-state.ts'
import { useRuntime } from '../provider/runtime-context.ts'
import { useCallState } from '../provider/useCallState.ts'
import type { CallState } from '../session/call-controller.ts'

/** This person's own microphone, camera and screen, as `useLocalMedia` gives them. */
export interface LocalMediaResult {
  /** `off` with a `problem`: it was wanted and could not be had. */
  microphone: LocalDeviceState
  /** The microphone is held, but nobody hears it. */
  isMuted: boolean
  camera: LocalDeviceState
  screen: LocalDeviceState
  /** The live tracks, for a preview or a meter of your own. The call stops them; do not. `null` while off. */
  microphoneTrack: MediaStreamTrack | null
  cameraTrack: MediaStreamTrack | null
  /** Mutes and unmutes; where there is no microphone yet, asks for one. Never rejects. */
  toggleMicrophone(): Promise<void>
  /** Turns the camera really off, and on again. Never rejects. */
  toggleCamera(): Promise<void>
  /** Opens the browser's picker of screens, or stops sharing. Call it from a click. Never rejects. */
  toggleScreenShare(): Promise<void>
}

/**
 * The devices of the open call (lobby included), for controls of your own. Outside a call everything is
 * off and the buttons do nothing. Renders again only when one of them changes. Throws outside
 * `<MeetingProvider>`.
 *
 * @example
 * const { isMuted, toggleMicrophone } = useLocalMedia()
 * return <button onClick={toggleMicrophone}>{isMuted ? 'Unmute' : 'Mute'}</button>
 */
export function useLocalMedia(): LocalMediaResult {
  const { calls } = useRuntime('useLocalMedia')
  const microphone = useCallState(selectMicrophone)
  const isMuted = useCallState(selectIsMuted)
  const camera = useCallState(selectCamera)
  const screen = useCallState(selectScreen)
  const microphoneTrack = useCallState(selectMicrophoneTrack)
  const cameraTrack = useCallState(selectCameraTrack)
  return useMemo(
    () => ({
      microphone,
      isMuted,
      camera,
      screen,
      microphoneTrack,
      cameraTrack,
      toggleMicrophone: calls.toggleMicrophone,
      toggleCamera: calls.toggleCamera,
      toggleScreenShare: calls.toggleScreenShare,
    }),
    [calls, microphone, isMuted, camera, screen, microphoneTrack, cameraTrack],
  )
}

const selectMicrophone = ({ media }: CallState) => media.microphone
const selectIsMuted = ({ media }: CallState) => media.isMuted
const selectCamera = ({ media }: CallState) => media.camera
const selectScreen = ({ media }: CallState) => media.screen
const selectMicrophoneTrack = ({ media }: CallState) => media.microphoneTrack
const selectCameraTrack = ({ media }: CallState) => media.cameraTrack
