import type { Talk } from '../talk/create-talk.ts'
import type { CallListeners, CallPorts } from './call-ports.ts'
import { type CallStore, createCallStore } from './call-store.ts'
import { createCallTalk } from './create-call-talk.ts'
import { createLeaveDesk, type LeaveDesk } from './leave-desk.ts'
import { createLocalMedia, type LocalMedia } from './local-media.ts'
import { createNameFinder, type NameFinder } from './name-finder.ts'
import { createOpenRoom, type OpenRoom } from './open-room.ts'
import { createSerialQueue, type SerialQueue } from './serial-queue.ts'
import { createTokenKeeper, type TokenKeeper } from './token-keeper.ts'

/** What every call of an app works with, one after the other: made once, idle between calls. */
export interface CallParts {
  ports: CallPorts
  listeners: CallListeners
  store: CallStore
  media: LocalMedia
  talk: Talk
  openRoom: OpenRoom
  /** Launches and leaves reach the server in the order they were asked for. */
  queue: SerialQueue
  desk: LeaveDesk
  tokens: TokenKeeper
  names: NameFinder
}

export function createCallParts(ports: CallPorts, listeners: CallListeners): CallParts {
  const { client, clock } = ports
  const queue = createSerialQueue()
  const media = createLocalMedia(ports, (state) => store.setMedia(state))
  const store = createCallStore(media.getState(), ports.tellSoon)
  const talk = createCallTalk(store, media, clock)
  const desk = createLeaveDesk({ client, clock, queue, onAnswered: () => listeners.onBookingsChanged?.() })
  const tokens = createTokenKeeper({
    client,
    clock,
    onRenewed: (bookingId, renewal) => store.dispatch({ type: 'ticket-renewed', bookingId, renewal }),
  })
  const names = createNameFinder(clock, () => void tokens.renew())
  const openRoom = createOpenRoom()
  return { openRoom, ports, listeners, store, media, talk, queue, desk, tokens, names }
}
