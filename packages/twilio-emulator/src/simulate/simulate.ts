import type { QualityLevel } from '../media-signaling/network-quality.ts'
import type { RelayTrouble } from '../turn/relay-weather.ts'
import type { RestFault } from './rest-faults.ts'

/** One room, by name or SID. Without it: every room that the person is in. */
export interface Where {
  roomName?: string
}

/**
 * Bad luck on demand, for tests and for trying things out. Whoever is named by an identity must be in the room, else
 * a `NobodyThere` is thrown. What lasts ends with its time, its counterpart here, or `clear`.
 */
export interface Simulate {
  /**
   * Cuts the connections of a person, as a network that dies does; the SDK then restores them by itself, but not
   * before `forMs` milliseconds are over (default 0; `Infinity`: until `restoreSocket`). Answers how many were cut.
   */
  dropSocket(identity: string, how?: Where & { forMs?: number }): number
  /** Lets a person connect again whose socket was dropped for a time. */
  restoreSocket(identity: string): void
  /**
   * Lets each message take so many milliseconds, in both directions: those of one person, or of everybody who has no
   * delay of their own. 0 ends it. Messages stay in order.
   */
  delayMessages(ms: number, of?: { identity?: string }): void
  /**
   * Cuts everybody and takes no connection for `forMs` milliseconds (default: until `endOutage`), as a server that
   * is restarted. With `forget` it comes back knowing no room: who returns is refused with 53204.
   */
  outage(how?: { forMs?: number; forget?: boolean }): void
  endOutage(): void
  /**
   * Tells the next clients (default: one) that the server is busy. They come again after `retryAfterMs`; when that is
   * negative (the default), `connect()` fails with 53006.
   */
  busy(how?: { retryAfterMs?: number; times?: number }): void
  /**
   * Refuses the next `times` connects and reconnects (default: one), of one person or of anybody, with a code of
   * Twilio's: 53105 (room full), 20104 (token expired), 53106, ... Tokens and rooms are as they are.
   */
  refuseConnect(code: number, how?: { identity?: string; times?: number }): void
  /**
   * Lets media over the TURN server suffer, until the next call of this, which replaces the trouble (`{}`: none).
   * `blocked`: nothing gets through, as behind a firewall. `delayMs`: each datagram takes so long, each way between
   * client and server. `lossPercent`: so many are lost, evenly. Calls that go directly do not notice.
   */
  troubleRelay(trouble?: RelayTrouble): void
  /**
   * Lets every token expire that a person has connected with so far: an open call goes on, a connect or reconnect
   * with it is refused with 20104. A fresh token is good. Answers how many tokens there were.
   */
  expireToken(identity: string): number
  /** Removes a person without an error, as `Status=disconnected` over REST does. */
  removeParticipant(identity: string, where?: Where): void
  /** Ends the stay of a person with a code: 53205 (same identity), 53216 (time limit), 53000, ... */
  expelParticipant(identity: string, code: number, where?: Where): void
  /** Ends a room for everybody (53118), as `Status=completed` over REST does. */
  endRoom(roomName: string): void
  /** Starts or ends the recording of a room, as far as clients see it, once somebody publishes. */
  record(roomName: string, isRecording: boolean): void

  // From here to `transcribe`: group rooms only, else a `CannotSimulate` is thrown.

  /** Says who speaks in a room, null: nobody. It stays so until that person is muted or leaves. */
  dominantSpeaker(roomName: string, identity: string | null): void
  /** Goes by what is heard again. */
  followSpeakers(roomName: string): void
  /** Says how good the network of a person is, 0 to 5; null: as it is measured. Clients ask once a second. */
  networkQuality(roomName: string, identity: string, level: QualityLevel | null): void
  /**
   * Switches the tracks of a person off for who receives them: those of one name, or (default) all video; for one
   * recipient, or (default) for all. The picture itself goes on: what changes is what the SDK says about it.
   */
  switchOff(roomName: string, identity: string, which?: { trackName?: string; recipient?: string }): void
  switchOn(roomName: string, identity: string, which?: { trackName?: string; recipient?: string }): void
  /** Breaks the connection that all of this travels on, for one person. The server makes a new one. */
  breakChannels(roomName: string, identity: string): void
  /** Lets a person have said something, for everybody who connected with `receiveTranscriptions: true`. */
  transcribe(
    roomName: string,
    identity: string,
    text: string,
    how?: { isPartial?: boolean; languageCode?: string },
  ): void

  /** Lets the next calls to the REST API fail, one call for each fault. */
  failRest(...faults: RestFault[]): void
  /** Sends every status callback so many times from now on. Twilio repeats what was not answered. */
  repeatCallbacks(times: number): void
  /** Keeps status callbacks back until they are released, `backwards` or in the order of the events. */
  holdCallbacks(): void
  /** Sends what was kept back. Resolves when all of it was answered or given up. */
  releaseCallbacks(order?: 'forwards' | 'backwards'): Promise<void>
  /** Ends everything that lasts: delays, outages, refusals, failures of REST, callbacks held back. */
  clear(): void
}
