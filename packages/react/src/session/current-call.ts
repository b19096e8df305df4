import type { RoomClient } from '../room/room-client.ts'
import type { CallParts } from './call-parts.ts'
import { createLobbyDoor, type LobbyDoor } from './lobby-door.ts'
import type { SessionEvent } from './session-event.ts'

/** One call, from the click to its end. */
export interface Call {
  readonly bookingId: string
  readonly attempt: number
  readonly stop: AbortController
  readonly rooms: Promise<RoomClient>
  readonly devicesSettled: Promise<void>
  /** Opens when the person has looked at themselves and wants in. */
  readonly door: LobbyDoor
  hasStarted: boolean
}

/** The place of the one call there can be. Begins and tears down; what happens between is not its concern. */
export interface CurrentCall {
  get(): Call | null
  /**
   * @param event what beginning means to the session; told first, so that nobody sees devices without a call
   * @param isAgain another try at the call that just ended
   */
  begin(bookingId: string, event: (attempt: number) => SessionEvent, isAgain?: boolean): Call
  /** Everything of the call stops here and now; the session is not touched. */
  tearDown(call: Call): void
  /** The number of the next try; answers to older ones are dropped. */
  nextAttempt(): number
  /** SDK and call screen. Whoever loads them keeps them, so a click after this finds them there. */
  fetchCode(): Promise<RoomClient>
  /** Says `wake` when waiting has become pointless: the browser is online or in front again. */
  readonly wakes: EventTarget
}

/**
 * Why a call was stopped. Without a reason the browser makes an error, whose stack keeps the click that ended
 * the call, its button and so the whole call screen in memory for as long as anybody holds the signal.
 */
const OVER = 'over'

/** @param onHide the page is closing */
export function createCurrentCall(parts: CallParts, onHide: () => void): CurrentCall {
  const { ports, store, media, openRoom, desk, tokens, names } = parts
  const wakes = new EventTarget()
  let attempts = 0
  let current: Call | null = null
  let stopListening = () => {}

  const onWake = () => {
    tokens.wake()
    openRoom.wake()
    wakes.dispatchEvent(new Event('wake'))
  }

  function nextAttempt(): number {
    attempts += 1
    return attempts
  }

  function fetchCode(): Promise<RoomClient> {
    const rooms = ports.loadRoomClient()
    // Looked at when the click comes; a chunk that fails before must not count as unhandled.
    rooms.catch(() => {})
    ports.preloadCallScreen?.().catch(() => {})
    return rooms
  }

  return {
    get: () => current,
    begin(bookingId, event, isAgain = false) {
      const attempt = nextAttempt()
      store.dispatch(event(attempt))
      desk.forget(bookingId)
      stopListening()
      stopListening = ports.page.listen({ onHide, onWake })
      const rooms = fetchCode()
      const devicesSettled = media.open(isAgain ? 'as-left' : ports.hasLobby?.() ? 'as-remembered' : 'fresh')
      const door = createLobbyDoor()
      current = {
        bookingId,
        attempt,
        stop: new AbortController(),
        rooms,
        devicesSettled,
        door,
        hasStarted: false,
      }
      return current
    },
    tearDown(call) {
      call.stop.abort(OVER)
      if (current !== call) return
      current = null
      stopListening()
      tokens.stop()
      names.stop()
      media.stop()
    },
    nextAttempt,
    fetchCode,
    wakes,
  }
}
