import type { Clock } from '../clock/meeting-clock.ts'
import type { RoomClient, RoomSnapshot } from '../room/room-client.ts'
import { isRoomEnd, type RoomEnd } from '../room/room-end.ts'
import type { Talk } from '../talk/create-talk.ts'
import { ticketOf } from './call-session.ts'
import type { CallStore } from './call-store.ts'
import type { LocalMedia } from './local-media.ts'
import type { OpenRoom } from './open-room.ts'
import { pause } from './pause.ts'
import { afterEnd } from './rejoin-policy.ts'
import type { TokenKeeper } from './token-keeper.ts'

export interface StayOptions {
  store: CallStore
  media: LocalMedia
  talk: Talk
  openRoom: OpenRoom
  tokens: TokenKeeper
  clock: Clock
  rooms: RoomClient
  /** Says `wake` when waiting has become pointless: the browser is online or in front again. */
  wakes: EventTarget
  /** Ends the stay: the room is left at once. */
  signal: AbortSignal
  nextAttempt(): number
  onJoined(): void
  onRoom(room: RoomSnapshot): void
}

/** In the room for this long: the next loss is a new trouble, with tries of its own. In milliseconds. */
const SETTLED_MS = 60_000

/**
 * Enters the room of the open call and stays: a lost connection or an expired token is answered by
 * entering again with the same devices. Resolves when the call has `ended`, `failed`, or was left.
 */
export async function stayInRoom(first: number, options: StayOptions): Promise<void> {
  const { store, tokens, clock, signal } = options
  let wasIn = false
  let tries = 0
  for (let attempt = first; ; ) {
    const ticket = ticketOf(store.getState().session)
    if (!ticket || signal.aborted) return
    const enteredAt = clock.now()
    const { end, joined } = await visit(attempt, ticket, options)
    if (signal.aborted) return
    if (joined && (!wasIn || clock.now() - enteredAt > SETTLED_MS)) tries = 0
    wasIn ||= joined

    const after = afterEnd(end, tries, wasIn)
    if (after.step === 'end') return store.dispatch({ type: 'room-ended', attempt, end })
    if (after.step === 'fail') return store.dispatch({ type: 'failed', attempt, problem: after.problem })

    tries += 1
    const next = options.nextAttempt()
    store.dispatch({ type: 'room-lost', attempt, next, because: after.because })
    attempt = next
    await pause(clock, after.delayMs, signal, options.wakes)
    const { token, expiresAt } = ticketOf(store.getState().session) ?? ticket
    const isStale = expiresAt !== undefined && clock.now() >= Date.parse(expiresAt)
    // The refresh at 50 minutes may have put a fresh one into the ticket already.
    if (isStale || (end.kind === 'token-expired' && token === ticket.token)) {
      const renewal = await tokens.renew()
      if (signal.aborted) return
      if (!renewal.ok && !renewal.problem.retryable)
        return store.dispatch({ type: 'failed', attempt, problem: renewal.problem })
    }
  }
}

/** One stay, from connect to the end. */
async function visit(
  attempt: number,
  ticket: { token: string; roomName: string },
  { store, media, talk, openRoom, clock, rooms, signal, onJoined, onRoom }: StayOptions,
): Promise<{ end: RoomEnd; joined: boolean }> {
  const tracks = media.getTracks()
  const { isMuted } = media.getState()
  const request = { token: ticket.token, roomName: ticket.roomName, tracks, isMuted, signal }
  const connection = await rooms.connect(request).catch(asRoomEnd)
  if (isRoomEnd(connection)) return { end: connection, joined: false }

  return new Promise((resolve) => {
    const leave = () => {
      finish({ kind: 'left' })
      connection.disconnect()
    }
    const finish = (end: RoomEnd) => {
      unsubscribe()
      signal.removeEventListener('abort', leave)
      media.exit()
      talk.exit()
      openRoom.exit()
      resolve({ end, joined: true })
    }
    const look = () => {
      const room = connection.getSnapshot()
      if (room.status === 'ended') return finish(room.end ?? { kind: 'connection-lost' })
      store.dispatch({ type: 'room-changed', attempt, room })
      onRoom(room)
    }
    const unsubscribe = connection.subscribe(look)
    if (signal.aborted) return leave()
    signal.addEventListener('abort', leave)
    // Whoever hears that the call is connected may say something at once.
    talk.enter(connection)
    openRoom.enter(connection)
    store.dispatch({ type: 'room-joined', attempt, room: connection.getSnapshot(), at: clock.now() })
    media.enter(connection, tracks)
    onJoined()
    look()
  })
}

/** An adapter that throws something else is broken in a way that another try may or may not mend. */
function asRoomEnd(error: unknown): RoomEnd {
  return isRoomEnd(error) ? error : { kind: 'connection-lost' }
}
