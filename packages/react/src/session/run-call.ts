import { failed } from '../client/send-request.ts'
import type { CallParts } from './call-parts.ts'
import { type CallTicket, ticketOf } from './call-session.ts'
import { type CallCloser, owesLeave } from './close-call.ts'
import type { Call, CurrentCall } from './current-call.ts'
import { pause } from './pause.ts'
import { stayInRoom } from './stay-in-room.ts'

/**
 * How long a connect that is otherwise ready waits for microphone and camera, in milliseconds. An
 * unanswered permission prompt must not keep a person out: they enter listening and are heard once
 * they allow it.
 */
const DEVICE_PATIENCE_MS = 1_500

/** The list is covered, and the way to the first picture has nothing to spare; in milliseconds. */
const LIST_CAN_WAIT_MS = 2_000

export interface RunOptions {
  parts: CallParts
  current: CurrentCall
  closer: CallCloser
}

/** From the ticket to the end of the call, through the lobby if the session is in one. */
export async function runCall(call: Call, ticket: CallTicket, options: RunOptions): Promise<void> {
  const { parts, current, closer } = options
  const { store, media, talk, openRoom, tokens, names, desk, listeners, ports } = parts
  const { bookingId, attempt, stop } = call
  const { signal } = stop

  function started(): void {
    if (call.hasStarted) return
    call.hasStarted = true
    // Who leaves before has the list renewed by that.
    void pause(ports.clock, LIST_CAN_WAIT_MS, signal).then(() => {
      if (!signal.aborted) listeners.onBookingsChanged?.()
    })
    listeners.onCallStart?.({ bookingId, roomName: ticket.roomName })
  }

  tokens.start(ticket)
  if (store.getState().session.phase === 'lobby') await call.door.passed(signal)
  const rooms = signal.aborted ? null : await call.rooms.catch(() => null)
  if (signal.aborted) return
  if (rooms) {
    await Promise.race([call.devicesSettled, pause(ports.clock, DEVICE_PATIENCE_MS, signal)])
    await stayInRoom(attempt, {
      ...{ store, media, talk, openRoom, tokens, rooms, signal, clock: ports.clock, wakes: current.wakes },
      nextAttempt: current.nextAttempt,
      onJoined: started,
      onRoom: (room) => names.look(room, ticketOf(store.getState().session)?.participants),
    })
  } else {
    const { problem } = failed('VIDEO_CODE_UNREACHABLE', true)
    store.dispatch({ type: 'failed', attempt, problem })
  }
  if (signal.aborted) return
  current.tearDown(call)
  const { session } = store.getState()
  if (session.phase === 'failed') listeners.onError?.(session.problem, { bookingId })
  if (session.phase === 'ended') listeners.onBookingsChanged?.()
  // Whoever is out is out now: an end screen left open must not keep the others' meeting open.
  const owed = owesLeave(session)
  if (owed !== null) void desk.leave(owed)
  closer.over(call, session)
}
