import type { CallController } from './call-controller.ts'
import { createCallParts } from './call-parts.ts'
import type { CallListeners, CallPorts } from './call-ports.ts'
import { isCallOver, ticketOf } from './call-session.ts'
import { createCallCloser } from './close-call.ts'
import { createCurrentCall } from './current-call.ts'
import { createCallLauncher } from './launch-call.ts'
import { runCall } from './run-call.ts'

/** Builds the one call of an app. Does nothing, and listens to nothing, until a call begins. */
export function createCallController(ports: CallPorts, listeners: CallListeners = {}): CallController {
  const parts = createCallParts(ports, listeners)
  const { store, media, talk, openRoom, tokens } = parts
  const current = createCurrentCall(parts, () => void closer.close('at once'))
  const closer = createCallCloser(parts, current, () => launcher.forget())
  const launcher = createCallLauncher({
    ...{ parts, current, closer },
    run: (call, ticket) => runCall(call, ticket, { parts, current, closer }),
  })
  let leaving: Promise<void> = Promise.resolve()

  /** Buttons of a call that is gone open no device. */
  const inCall = async (act: () => Promise<void>) => (current.get() ? act() : undefined)

  /** How somebody leaves the lobby or the waiting room is how they will find it. */
  const rememberJoin = () => {
    const { phase } = store.getState().session
    if (phase === 'lobby' || phase === 'waiting') media.rememberJoin()
  }
  const toggle = (act: () => Promise<void>) => inCall(() => act().then(rememberJoin))

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    prepare: () => void current.fetchCode(),
    launch: launcher.launch,
    start: launcher.start,
    enter() {
      const call = current.get()
      if (!call || store.getState().session.phase !== 'lobby') return
      store.dispatch({ type: 'entered', attempt: call.attempt })
      call.door.open()
    },
    leave() {
      if (store.getState().session.phase !== 'idle') leaving = closer.close('properly')
      return leaving
    },
    retry: launcher.retry,
    dismiss() {
      if (isCallOver(store.getState().session)) void closer.close('properly')
    },
    async refreshToken(bookingId) {
      if (current.get()?.bookingId !== bookingId) return
      const renewal = await tokens.renew()
      if (!renewal.ok && renewal.problem.code !== 'SUPERSEDED')
        listeners.onError?.(renewal.problem, { bookingId })
    },
    toggleMicrophone: () => toggle(media.toggleMicrophone),
    toggleCamera: () => toggle(media.toggleCamera),
    toggleScreenShare: () => inCall(media.toggleScreenShare),
    chooseDevice: (kind, id) => inCall(() => media.choose(kind, id)),
    talk: talk.act,
    reduceNoise: (isOn) => inCall(() => media.reduceNoise(isOn)),
    chooseBackground: (background) => inCall(() => media.chooseBackground(background)),
    async checkConnection(request) {
      const rooms = await current.get()?.rooms
      const token = ticketOf(store.getState().session)?.token
      return rooms && token ? rooms.checkConnection({ ...request, token }) : null
    },
    getStatistics: openRoom.getStatistics,
    onCaption: openRoom.onCaption,
    destroy() {
      void closer.close('properly')
    },
  }
}
