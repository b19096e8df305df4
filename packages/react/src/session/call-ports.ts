import type { MeetingsClient } from '../client/meetings-client.ts'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { Clock } from '../clock/meeting-clock.ts'
import type { BackgroundPort } from '../media/background-port.ts'
import type { DeviceMemory } from '../media/device-memory.ts'
import type { MediaPort } from '../media/media-port.ts'
import type { PagePort } from '../page/page-port.ts'
import type { RoomClient } from '../room/room-client.ts'
import type { RoomEndKind } from '../room/room-end.ts'

/** The world around a call. */
export interface CallPorts {
  client: MeetingsClient
  clock: Clock
  devices: MediaPort
  /** Where choices of devices are kept; by default as long as the page lives. */
  memory?: DeviceMemory | undefined
  /** What can be put behind people; by default nothing. */
  backgrounds?: BackgroundPort | undefined
  page: PagePort
  /** Loads the video SDK. Called at each launch; rejects when the code cannot be fetched. */
  loadRoomClient(): Promise<RoomClient>
  /** Fetches the code of the call screen, so that it is there when the call opens. */
  preloadCallScreen?: (() => Promise<unknown>) | undefined
  /** Whether a call stops in the lobby first. Asked at each launch; left out: it never does. */
  hasLobby?: (() => boolean) | undefined
  /** Runs a task after what is under way; by default at once. See `createCallStore`. */
  tellSoon?: ((tell: () => void) => void) | undefined
}

/** `left`: by the person's own Leave. `failed`: the call could not go on. Otherwise as the room ended. */
export type CallEndReason = RoomEndKind | 'failed'

/** News for the host app. */
export interface CallListeners {
  /** The person is in the room. Once per call, also when the connection is lost and found again. */
  onCallStart?(call: { bookingId: string; roomName: string }): void
  /** The call that started is over. Once per call. */
  onCallEnd?(call: { bookingId: string; reason: CallEndReason }): void
  /** A launch was refused or a call failed. The screen says so too. */
  onError?(problem: MeetingsProblem, call: { bookingId: string }): void
  /** The server may have moved bookings along: lists are out of date. */
  onBookingsChanged?(): void
}
