import { failed } from '../client/send-request.ts'
import { NO_DEVICES_STATE } from '../media/devices-state.ts'
import type { LocalMediaState } from '../media/local-media-state.ts'
import { SILENCE } from '../talk/talk-state.ts'
import type { CallController, CallState, LaunchResult } from './call-controller.ts'

const OFF = { status: 'off', problem: null } as const
const NO_MEDIA: LocalMediaState = {
  microphone: OFF,
  isMuted: false,
  camera: OFF,
  screen: OFF,
  microphoneTrack: null,
  cameraTrack: null,
  devices: NO_DEVICES_STATE,
}
const IDLE: CallState = { session: { phase: 'idle' }, media: NO_MEDIA, talk: SILENCE }

/**
 * Stands in for the call until its code is here, because most visits never join: a click shows as
 * `launching` at once, and everything else is passed on as soon as there is somebody to pass it to.
 *
 * @param load fetches the code; called again after a failure
 * @param whenIdle runs a task when the page has nothing better to do
 */
export function createDeferredCalls(
  load: () => Promise<CallController>,
  whenIdle: (task: () => void) => void,
): CallController {
  const listeners = new Set<() => void>()
  let state = IDLE
  let calls: CallController | null = null
  let loading: Promise<CallController> | null = null
  /** Grows when whatever waits for the code is taken back. */
  let turn = 0

  function notify(): void {
    for (const listener of [...listeners]) listener()
  }

  function wait(next: CallState): void {
    state = next
    notify()
  }

  function fetchCode(): Promise<CallController> {
    loading ??= load().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }

  function use(loaded: CallController): CallController {
    if (!calls) loaded.subscribe(notify)
    calls = loaded
    return loaded
  }

  /** Passes an action on when the code is here, unless it was taken back meanwhile. */
  async function later(action: (calls: CallController) => Promise<LaunchResult>): Promise<LaunchResult> {
    const mine = turn
    try {
      const loaded = await fetchCode()
      // In the same breath as the action, so that nobody sees the idle call between the two.
      return turn === mine ? await action(use(loaded)) : failed('SUPERSEDED', false)
    } catch {
      if (turn === mine) wait(IDLE)
      return failed('VIDEO_CODE_UNREACHABLE', true)
    }
  }

  function takeBack(): void {
    turn += 1
    wait(IDLE)
  }

  const nothing = async () => {}

  return {
    getState: () => calls?.getState() ?? state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    preload: () => whenIdle(() => void fetchCode().then(use, nothing)),
    prepare: () => void fetchCode().then((loaded) => use(loaded).prepare?.(), nothing),
    launch(bookingId) {
      if (calls) return calls.launch(bookingId)
      wait({ ...IDLE, session: { phase: 'launching', attempt: 0, bookingId } })
      return later((loaded) => loaded.launch(bookingId))
    },
    start(ticket) {
      if (calls) return calls.start(ticket)
      wait({ ...IDLE, session: { phase: 'connecting', attempt: 0, ticket } })
      void later(async (loaded) => {
        loaded.start(ticket)
        return { ok: true, bookingId: ticket.bookingId }
      })
    },
    enter: () => calls?.enter(),
    async leave() {
      if (calls) return calls.leave()
      takeBack()
    },
    retry: () => calls?.retry() ?? Promise.resolve(failed('SUPERSEDED', false)),
    dismiss: () => calls?.dismiss(),
    refreshToken: async (bookingId) => calls?.refreshToken(bookingId),
    toggleMicrophone: async () => calls?.toggleMicrophone(),
    toggleCamera: async () => calls?.toggleCamera(),
    toggleScreenShare: async () => calls?.toggleScreenShare(),
    chooseDevice: async (kind, id) => calls?.chooseDevice(kind, id),
    talk: (action) => calls?.talk(action) ?? false,
    reduceNoise: async (isOn) => calls?.reduceNoise(isOn),
    chooseBackground: async (background) => calls?.chooseBackground(background),
    checkConnection: async (request) => calls?.checkConnection(request) ?? null,
    getStatistics: async () => calls?.getStatistics() ?? null,
    onCaption: (listener) => calls?.onCaption(listener) ?? (() => {}),
    destroy() {
      if (calls) calls.destroy()
      else takeBack()
    },
  }
}
