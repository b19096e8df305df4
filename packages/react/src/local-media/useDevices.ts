'use client'
import { useMemo } from 'react'
import type { BackgroundState } from '../media/background-port.ts'
import type { DeviceNews } from '../media/devices-state.ts'
import type { DeviceKind, DevicePermissions, MediaDevice } from '../media/media-device.ts'
import type { MediaProblem } from '../media/media-problem.ts'
import { useRuntime } from '../provider/runtime-context.ts'
import { useCallState } from '../provider/useCallState.ts'
import type { CallState } from '../session/call-controller.ts'

/** What is plugged in and what is used, as `useDevices` gives it. */
export interface DevicesResult {
  /** What can be chosen; empty until a permission was granted. */
  microphones: readonly MediaDevice[]
  cameras: readonly MediaDevice[]
  /** Empty also where the browser does not let pages choose: there it is the system's choice. */
  speakers: readonly MediaDevice[]
  /** The ids in use, or that would be; `null`: the browser's default. */
  microphoneId: string | null
  cameraId: string | null
  speakerId: string | null
  /** What the browser will say when asked, as far as it tells; follows the person's changes. */
  permissions: DevicePermissions
  /** Whether the browser takes noise out of this person's voice; `null` where it cannot. */
  reducesNoise: boolean | null
  /** What is behind the person, and the app's images; `null` where the app or the browser offers nothing. */
  background: BackgroundState | null
  /** The last change nobody asked for: pulled out and replaced, or back again. `null` after the next choice. */
  news: DeviceNews | null
  /** The last choice could not be had; what was in use is in use still. */
  choiceProblem: MediaProblem | null
  /**
   * Uses this device now if one of its kind is on, else when it comes on, and in later calls. The room
   * stays connected. Resolves when it is in use or refused. Never rejects.
   */
  chooseDevice(kind: DeviceKind, id: string): Promise<void>
  /** Takes noise out, or leaves it in (music); the microphone is opened anew. Never rejects. */
  reduceNoise(isOn: boolean): Promise<void>
  /**
   * Puts something behind the person, now and in later calls: `blur`, `strong-blur`, `image:` and the name of one
   * of `background.images`, or `null` for nothing. What it needs is fetched by the first choice. Resolves when it is
   * seen, or refused: then the person is seen as before (`choiceProblem`). Never rejects.
   */
  chooseBackground(background: string | null): Promise<void>
}

/**
 * The devices of this computer while a call is open (lobby included), for pickers of your own. Outside a
 * call nothing is listed, because nothing listens. Throws outside `<MeetingProvider>`.
 *
 * @example
 * const { cameras, cameraId, chooseDevice } = useDevices()
 * return <MyPicker value={cameraId} options={cameras} onChange={(id) => chooseDevice('camera', id)} />
 */
export function useDevices(): DevicesResult {
  const { chooseDevice, reduceNoise, chooseBackground } = useRuntime('useDevices').calls
  const devices = useCallState(selectDevices)
  return useMemo(() => {
    const { available, using, permissions, reducesNoise, background, news, choiceProblem } = devices
    return {
      microphones: available.microphone,
      cameras: available.camera,
      speakers: available.speaker,
      microphoneId: using.microphone,
      cameraId: using.camera,
      speakerId: using.speaker,
      ...{ permissions, reducesNoise, background, news, choiceProblem },
      ...{ chooseDevice, reduceNoise, chooseBackground },
    }
  }, [devices, chooseDevice, reduceNoise, chooseBackground])
}

const selectDevices = ({ media }: CallState) => media.devices
