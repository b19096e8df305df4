import type { Cancel } from '../clock/timers.ts'
import { describeMessage } from '../inspector/describe-message.ts'
import type { MessageLog } from '../inspector/message-log.ts'
import type { ClientMessage } from '../signaling/client-message.ts'
import type { Line } from '../signaling/line.ts'
import type { ServerMessage } from '../signaling/server-message.ts'
import { isReady, type ReadyTrack, type TrackPublication } from '../tracks/track-publication.ts'

export type ParticipantState = 'connected' | 'reconnecting' | 'disconnected'

/** One stay of one person in a room. Changed by its room only. */
export class Participant {
  readonly sid: string
  readonly identity: string
  /** Handed to the client, which shows it to come back after a lost connection. */
  readonly session: string
  /** Milliseconds since the epoch. */
  readonly joinedAt: number
  leftAt: number | null = null
  state: ParticipantState = 'connected'
  tracks: readonly TrackPublication[] = []
  /** The newest announcement acted upon; the client counts these. */
  announcedRevision = Number.NEGATIVE_INFINITY
  /** This server's own counters. Clients ignore whatever does not grow. */
  revision = 1
  publishedRevision = 1
  subscribedRevision = 1
  /** Null while the connection is lost. */
  line: Line | null
  messages = { received: 0, sent: 0 }
  /** Ends the stay when the connection is not restored in time, or when it lasted too long. */
  timers: { session: Cancel | null; stay: Cancel | null } = { session: null, stay: null }

  readonly #log: MessageLog

  constructor(details: {
    sid: string
    identity: string
    session: string
    joinedAt: number
    line: Line
    log: MessageLog
  }) {
    this.sid = details.sid
    this.identity = details.identity
    this.session = details.session
    this.joinedAt = details.joinedAt
    this.line = details.line
    this.#log = details.log
  }

  get readyTracks(): ReadyTrack[] {
    return this.tracks.filter(isReady)
  }

  /** Whether there is a sound of it that is not muted. */
  get isAudible(): boolean {
    return this.readyTracks.some(({ kind, enabled }) => kind === 'audio' && enabled)
  }

  /** Says something to the client. While the connection is lost it is dropped: `synced` makes up for it. */
  send(message: ServerMessage): void {
    if (!this.line) return
    this.messages.sent += 1
    this.#log.note('to', this.identity, describeMessage(message))
    this.line.send(message)
  }

  /** Stops what would still happen to this stay, and hangs up with a last word, if one is given. */
  dismiss(lastWord?: ServerMessage): void {
    this.timers.session?.()
    this.timers.stay?.()
    if (lastWord) this.line?.end(lastWord)
    this.line = null
  }

  /** The client said something. */
  heard(message: ClientMessage): void {
    this.messages.received += 1
    this.#log.note('from', this.identity, describeMessage(message))
  }
}
