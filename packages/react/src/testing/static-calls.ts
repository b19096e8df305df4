import { NO_DEVICES_STATE } from '../media/devices-state.ts'
import type { LocalMediaState } from '../media/local-media-state.ts'
import type { CallController, CallState } from '../session/call-controller.ts'
import type { CallSession } from '../session/call-session.ts'
import { SILENCE, type TalkState } from '../talk/talk-state.ts'

/** A call that is what it was told to be, for pictures of one state; it records what people pressed. */
export interface StaticCalls extends CallController {
  setState(change: Partial<CallState>): void
  /** The names of the actions taken, oldest first. */
  readonly actions: readonly string[]
}

export const QUIET_MEDIA: LocalMediaState = {
  microphone: { status: 'on', problem: null },
  isMuted: false,
  camera: { status: 'on', problem: null },
  screen: { status: 'off', problem: null },
  microphoneTrack: null,
  cameraTrack: null,
  devices: NO_DEVICES_STATE,
}

export function createStaticCalls(
  given: { session?: CallSession; media?: Partial<LocalMediaState>; talk?: Partial<TalkState> } = {},
): StaticCalls {
  const listeners = new Set<() => void>()
  const actions: string[] = []
  let state: CallState = {
    session: given.session ?? { phase: 'idle' },
    media: { ...QUIET_MEDIA, ...given.media },
    talk: { ...SILENCE, ...given.talk },
  }

  function setState(change: Partial<CallState>): void {
    state = { ...state, ...change }
    for (const listener of [...listeners]) listener()
  }

  function act(name: string): void {
    actions.push(name)
  }

  function close(name: string): void {
    act(name)
    setState({ session: { phase: 'idle' } })
  }

  return {
    actions,
    setState,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    prepare: () => act('prepare'),
    async launch(bookingId) {
      act('launch')
      return { ok: true, bookingId }
    },
    start: () => act('start'),
    enter: () => act('enter'),
    leave: async () => close('leave'),
    async retry() {
      act('retry')
      const { session } = state
      return { ok: true, bookingId: 'ticket' in session ? session.ticket.bookingId : '' }
    },
    dismiss: () => close('dismiss'),
    refreshToken: async () => act('refreshToken'),
    async toggleMicrophone() {
      act('toggleMicrophone')
      setState({ media: { ...state.media, isMuted: !state.media.isMuted } })
    },
    async toggleCamera() {
      act('toggleCamera')
      const status = state.media.camera.status === 'on' ? 'off' : 'on'
      setState({ media: { ...state.media, camera: { status, problem: null } } })
    },
    async toggleScreenShare() {
      act('toggleScreenShare')
      const status = state.media.screen.status === 'on' ? 'off' : 'on'
      setState({ media: { ...state.media, screen: { status, problem: null } } })
    },
    talk(action) {
      act(`talk ${action.type}`)
      return true
    },
    async chooseDevice(kind, id) {
      act(`chooseDevice ${kind} ${id}`)
      const { devices } = state.media
      setState({
        media: { ...state.media, devices: { ...devices, using: { ...devices.using, [kind]: id } } },
      })
    },
    async reduceNoise(isOn) {
      act('reduceNoise')
      setState({ media: { ...state.media, devices: { ...state.media.devices, reducesNoise: isOn } } })
    },
    async chooseBackground(using) {
      act('chooseBackground')
      const { devices } = state.media
      const background = devices.background && { ...devices.background, using }
      setState({ media: { ...state.media, devices: { ...devices, background } } })
    },
    checkConnection: async () => null,
    getStatistics: async () => null,
    onCaption: () => () => {},
    destroy: () => act('destroy'),
  }
}
