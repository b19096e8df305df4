import type { MeetingsProblem } from '../client/meetings-problem.ts'
import { failed } from '../client/send-request.ts'
import type { RoomClient } from '../room/room-client.ts'
import type { CallController, LaunchResult } from './call-controller.ts'
import type { CallListeners, CallPorts } from './call-ports.ts'
import { type CallSession, type CallTicket, isCallOpen, ticketOf } from './call-session.ts'
import { createCallStore } from './call-store.ts'
import { createLeaveDesk } from './leave-desk.ts'
import { createLocalMedia } from './local-media.ts'
import { createNameFinder } from './name-finder.ts'
import { pause } from './pause.ts'
import { createSerialQueue } from './serial-queue.ts'
import type { SessionEvent } from './session-event.ts'
import { stayInRoom } from './stay-in-room.ts'
import { createTokenKeeper } from './token-keeper.ts'

/**
 * How long a connect that is otherwise ready waits for microphone and camera, in milliseconds. An
 * unanswered permission prompt must not keep a person out: they enter listening and are heard once
 * they allow it.
 */
const DEVICE_PATIENCE_MS = 1_500

/** One call, from the click to its end. */
interface Call {
  readonly bookingId: string
  readonly attempt: number
  readonly stop: AbortController
  readonly rooms: Promise<RoomClient>
  readonly devicesSettled: Promise<void>
  hasStarted: boolean
}

/** Builds the one call of an app. Does nothing, and listens to nothing, until a call begins. */
export function createCallController(ports: CallPorts, listeners: CallListeners = {}): CallController {
  const { client, clock, page } = ports
  const queue = createSerialQueue()
  const media = createLocalMedia(ports.devices, (state) => store.setMedia(state))
  const store = createCallStore(media.getState(), ports.tellSoon)
  const onBookingsChanged = () => listeners.onBookingsChanged?.()
  const desk = createLeaveDesk({ client, clock, queue, onAnswered: onBookingsChanged })
  const tokens = createTokenKeeper({
    client,
    clock,
    onRenewed: (bookingId, renewal) => store.dispatch({ type: 'ticket-renewed', bookingId, renewal }),
  })
  const names = createNameFinder(clock, () => void tokens.renew())
  const wakes = new EventTarget()
  let attempts = 0
  let current: Call | null = null
  let launching: { bookingId: string; result: Promise<LaunchResult> } | null = null
  let leaving: Promise<void> = Promise.resolve()
  let stopListening = () => {}

  const onWake = () => {
    tokens.wake()
    wakes.dispatchEvent(new Event('wake'))
  }
  const nextAttempt = () => {
    attempts += 1
    return attempts
  }

  /** SDK and call screen. Whoever loads them keeps them, so a click after this finds them there. */
  function fetchCode(): Promise<RoomClient> {
    const rooms = ports.loadRoomClient()
    // Looked at when the click comes; a chunk that fails before must not count as unhandled.
    rooms.catch(() => {})
    ports.preloadCallScreen?.().catch(() => {})
    return rooms
  }

  /** @param event what beginning means to the session; told first, so that nobody sees devices without a call */
  function begin(bookingId: string, event: (attempt: number) => SessionEvent): Call {
    const attempt = nextAttempt()
    store.dispatch(event(attempt))
    desk.forget(bookingId)
    stopListening()
    stopListening = page.listen({ onHide: () => void close('at once'), onWake })
    const rooms = fetchCode()
    const devicesSettled = media.open()
    current = { bookingId, attempt, stop: new AbortController(), rooms, devicesSettled, hasStarted: false }
    return current
  }

  /** Everything of the call stops here and now; the session is not touched. */
  function tearDown(call: Call): void {
    call.stop.abort()
    if (current !== call) return
    current = null
    stopListening()
    tokens.stop()
    names.stop()
    media.stop()
  }

  async function askServer(call: Call, refused: (problem: MeetingsProblem) => void): Promise<LaunchResult> {
    const { bookingId, attempt, stop } = call
    const answer = await queue.run(() => client.launchVideo(bookingId, { signal: stop.signal }))
    if (stop.signal.aborted) return failed('SUPERSEDED', false)
    if (!answer.ok) {
      tearDown(call)
      refused(answer.problem)
      listeners.onError?.(answer.problem, { bookingId })
      return answer
    }
    store.dispatch({ type: 'opened', attempt, ticket: answer.value })
    void run(call, answer.value)
    return { ok: true, bookingId }
  }

  /** From the ticket to the end of the call. */
  async function run(call: Call, ticket: CallTicket): Promise<void> {
    const { bookingId, attempt, stop } = call
    tokens.start(ticket)
    const rooms = await call.rooms.catch(() => null)
    if (rooms) {
      await Promise.race([call.devicesSettled, pause(clock, DEVICE_PATIENCE_MS, stop.signal)])
      await stayInRoom(attempt, {
        ...{ store, media, tokens, clock, rooms, wakes, nextAttempt, signal: stop.signal },
        onJoined: () => started(call, ticket),
        onRoom: (room) => names.look(room, ticketOf(store.getState().session)?.participants),
      })
    } else {
      const { problem } = failed('VIDEO_CODE_UNREACHABLE', true)
      store.dispatch({ type: 'failed', attempt, problem })
    }
    if (stop.signal.aborted) return
    tearDown(call)
    const { session } = store.getState()
    if (session.phase === 'failed') listeners.onError?.(session.problem, { bookingId })
    if (session.phase === 'ended') onBookingsChanged()
    // Whoever is out is out now: an end screen left open must not keep the others' meeting open.
    const owed = owesLeave(session)
    if (owed !== null) void desk.leave(owed)
    over(call, session)
  }

  function started(call: Call, { bookingId, roomName }: CallTicket): void {
    if (call.hasStarted) return
    call.hasStarted = true
    // Not sooner: the list is covered, and the way into the room has nothing to spare.
    onBookingsChanged()
    listeners.onCallStart?.({ bookingId, roomName })
  }

  function over(call: Call, session: CallSession): void {
    if (!call.hasStarted) return
    call.hasStarted = false
    const reason =
      session.phase === 'ended' ? session.end.kind : session.phase === 'failed' ? 'failed' : 'left'
    listeners.onCallEnd?.({ bookingId: call.bookingId, reason })
  }

  /** Ends whatever is there. `at once`: the page is closing. */
  function close(how: 'properly' | 'at once'): Promise<void> {
    const { session } = store.getState()
    const call = current
    launching = null
    if (call) tearDown(call)
    store.dispatch({ type: 'closed' })
    if (call) over(call, session)
    // An ended call has told the server already; a failed one tried to, perhaps without a network.
    const bookingId = session.phase === 'ended' ? null : owesLeave(session)
    if (bookingId === null) return Promise.resolve()
    if (how === 'properly') return desk.leave(bookingId)
    desk.leaveAtOnce(bookingId)
    return Promise.resolve()
  }

  function launch(bookingId: string): Promise<LaunchResult> {
    const { session } = store.getState()
    if (session.phase === 'failed' || session.phase === 'ended') {
      if (session.ticket.bookingId === bookingId) return retry()
      void close('properly')
    } else if (isCallOpen(session)) {
      const isSame = ticketOf(session)?.bookingId === bookingId
      return Promise.resolve(isSame ? { ok: true, bookingId } : failed('CALL_IN_PROGRESS', false))
    } else if (launching) {
      if (launching.bookingId === bookingId) return launching.result
      void close('properly')
    }
    const call = begin(bookingId, (attempt) => ({ type: 'launch-asked', attempt, bookingId }))
    const { attempt } = call
    return underWay(call, () => store.dispatch({ type: 'launch-refused', attempt }))
  }

  function retry(): Promise<LaunchResult> {
    const { session } = store.getState()
    if (launching) return launching.result
    if (session.phase !== 'failed' && session.phase !== 'ended')
      return Promise.resolve(failed('SUPERSEDED', false))
    const call = begin(session.ticket.bookingId, (attempt) => ({ type: 'retry-asked', attempt }))
    const { attempt } = call
    return underWay(call, (problem) => store.dispatch({ type: 'failed', attempt, problem }))
  }

  /** A launch that others can join until it is answered. */
  function underWay(call: Call, refused: (problem: MeetingsProblem) => void): Promise<LaunchResult> {
    const entry = { bookingId: call.bookingId, result: askServer(call, refused) }
    launching = entry
    void entry.result.finally(() => {
      if (launching === entry) launching = null
    })
    return entry.result
  }

  function start(ticket: CallTicket): void {
    const { session } = store.getState()
    const { bookingId } = ticket
    if (ticketOf(session) && session.phase !== 'failed' && session.phase !== 'ended') {
      // A host that mounts twice (StrictMode) opens the same call twice: one is enough.
      if (ticketOf(session)?.bookingId !== bookingId)
        listeners.onError?.(failed('CALL_IN_PROGRESS', false).problem, { bookingId })
      return
    }
    if (session.phase !== 'idle') void close('properly')
    const call = begin(bookingId, (attempt) => ({ type: 'started', attempt, ticket }))
    void run(call, ticket)
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    prepare: () => void fetchCode(),
    launch,
    start,
    leave() {
      if (store.getState().session.phase !== 'idle') leaving = close('properly')
      return leaving
    },
    retry,
    dismiss() {
      const { phase } = store.getState().session
      if (phase === 'failed' || phase === 'ended') void close('properly')
    },
    async refreshToken(bookingId) {
      if (current?.bookingId !== bookingId) return
      const renewal = await tokens.renew()
      if (!renewal.ok && renewal.problem.code !== 'SUPERSEDED')
        listeners.onError?.(renewal.problem, { bookingId })
    },
    toggleMicrophone: async () => (current ? media.toggleMicrophone() : undefined),
    toggleCamera: async () => (current ? media.toggleCamera() : undefined),
    toggleScreenShare: async () => (current ? media.toggleScreenShare() : undefined),
    destroy() {
      void close('properly')
    },
  }
}

/**
 * The booking whose server still counts this person in, or `null`. Somebody who went on in another tab
 * is still in, and a room that was completed has nobody left to count.
 */
function owesLeave(session: CallSession): string | null {
  if (session.phase === 'idle') return null
  if (session.phase === 'launching') return session.bookingId
  const isElsewhere =
    session.phase === 'ended' && (session.end.kind === 'other-tab' || session.end.kind === 'completed')
  return isElsewhere ? null : session.ticket.bookingId
}
