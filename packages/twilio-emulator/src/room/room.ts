import { messageOf, VideoError } from '../errors/video-error.ts'
import { MessageLog } from '../inspector/message-log.ts'
import type { Link } from '../link/link.ts'
import type { PeerConnectionState } from '../link/peer-connection-state.ts'
import { RoomMedia } from '../media-signaling/room-media.ts'
import type { Announcement } from '../signaling/client-message.ts'
import type { Line } from '../signaling/line.ts'
import type { RecordingState } from '../signaling/server-message.ts'
import { type TrackChanges, trackEvents } from '../tracks/announce-tracks.ts'
import { Attendance } from './attendance.ts'
import { createParticipant, type Entry } from './entry.ts'
import type { Participant } from './participant.ts'
import { PeerLinks } from './peer-links.ts'
import { Recording } from './recording.ts'
import type { RoomEvent } from './room-event.ts'
import { RoomExpiry } from './room-expiry.ts'
import { isMediaRelayed, type RoomSettings } from './room-settings.ts'
import { wholeState } from './room-state.ts'
import type { RoomWorld } from './room-world.ts'
import { takeAnnouncement } from './take-announcement.ts'
import { tell, tellOthers, tellTracks } from './tell-news.ts'

/** A room, its people and what they tell each other. It knows nothing of sockets, tokens or HTTP. */
export class Room {
  readonly sid: string
  readonly name: string
  readonly settings: RoomSettings
  readonly createdAt: number
  readonly sessionTimeoutSeconds: number
  updatedAt: number
  endedAt: number | null = null
  /** Beside the signalling. Only rooms of type group and group-small have it. */
  readonly media: RoomMedia
  /** The last messages, for a person who looks. */
  readonly log: MessageLog
  readonly #world: RoomWorld
  readonly #links: PeerLinks
  readonly #people = new Attendance()
  readonly #recording: Recording
  readonly #expiry: RoomExpiry

  constructor(world: RoomWorld, settings: RoomSettings, name: string | null) {
    this.#world = world
    this.#links = new PeerLinks(() => world.ids.uuid())
    this.log = new MessageLog(world.now)
    this.media = new RoomMedia({
      openPeer: world.openPeer,
      newId: () => world.ids.uuid(),
      timers: world.timers,
      tell,
      present: () => this.present,
      log: this.log,
    })
    this.sid = world.ids.sid('RM')
    this.name = name ?? this.sid
    this.settings = settings
    this.#recording = new Recording(settings.recordParticipantsOnConnect)
    this.sessionTimeoutSeconds = world.sessionTimeoutSeconds
    this.createdAt = world.now()
    this.updatedAt = this.createdAt
    this.#expiry = new RoomExpiry(world.timers, () => this.complete())
    this.#expiry.inMinutes(settings.unusedRoomTimeout)
    world.onEvent({ type: 'room-created', room: this })
  }

  /** Who is here (or on the way back), in order of arrival. */
  get present(): readonly Participant[] {
    return this.#people.present
  }

  /** Everybody who ever was here, the present ones first. */
  get everybody(): readonly Participant[] {
    return this.#people.everybody
  }

  get recording(): RecordingState {
    return this.#recording.state
  }

  get isOver(): boolean {
    return this.endedAt !== null
  }

  /** The connections between two people each. */
  get links(): Link[] {
    return this.#links.list()
  }

  othersThan(participant: Participant): Participant[] {
    return this.#people.othersThan(participant)
  }

  /**
   * Lets somebody in and answers with the room's state. The same identity that is here already has to go (53205).
   * Throws 53105 when the room is full.
   */
  enter(entry: Entry): Participant {
    const older = this.present.filter(({ identity }) => identity === entry.identity)
    if (this.present.length - older.length >= this.settings.maxParticipants) throw new VideoError(53105)
    for (const participant of older) this.expel(participant, 53205)
    this.#expiry.stop()
    const participant = createParticipant(entry, this.#world, this.log)
    const elders = this.present
    this.#people.add(participant)
    const longestStayMs = this.settings.maxParticipantDuration * 1000
    participant.timers.stay = this.#world.timers.after(longestStayMs, () => this.expel(participant, 53216))
    const changes = this.#announce(participant, entry.announcement)
    const isRecordingNews = this.#recording.refresh(this.present)
    const links = this.#links.connect(participant, elders, entry.peerConnections)
    if (isMediaRelayed(this.settings.type)) this.media.admit(participant, entry.channels)
    participant.send(wholeState('connected', this, participant, links.forNewcomer))
    this.#emit({ type: 'participant-connected', room: this, participant })
    if (changes) this.#emitTracks(participant, changes)
    tellOthers(this.present, {
      about: participant,
      hasNewSet: true,
      moreFor: (elder) => ({
        peer_connections: links.forElder(elder),
        ...(isRecordingNews && { recording: this.recording }),
      }),
    })
    return participant
  }

  /** Acts on what a client says about its tracks and its peer connections. */
  update(
    participant: Participant,
    news: { announcement: Announcement | null; peerConnections: readonly PeerConnectionState[] },
  ): void {
    if (participant.state === 'disconnected') return
    if (news.announcement) this.#changeTracks(participant, news.announcement)
    for (const state of news.peerConnections) {
      if (this.media.receive(participant, state)) continue
      for (const { to, state: forward } of this.#links.relay(participant, state, this.present)) {
        tell(to, { peer_connections: [forward] })
      }
    }
  }

  /** The connection is gone without a goodbye. It may come back until the session timeout. */
  lose(participant: Participant, line: Line): void {
    // An old socket may die after its session has already been resumed on a new one.
    if (participant.line !== line || participant.state === 'disconnected') return
    participant.line = null
    participant.timers.session = this.#world.timers.after(this.sessionTimeoutSeconds * 1000, () =>
      this.leave(participant),
    )
    this.#changeState(participant, 'reconnecting')
  }

  /** Brings somebody back on a new connection, and makes up for all that was said meanwhile. */
  resume(
    participant: Participant,
    line: Line,
    news: { announcement: Announcement; peerConnections: readonly PeerConnectionState[] },
  ): void {
    const replaced = participant.line
    participant.timers.session?.()
    participant.timers.session = null
    participant.line = line
    replaced?.cut()
    const links = [...this.#links.catchUp(participant), ...this.media.catchUp(participant)]
    participant.send(wholeState('synced', this, participant, links))
    if (participant.state === 'reconnecting') this.#changeState(participant, 'connected')
    this.update(participant, news)
  }

  /** The client said goodbye, or did not come back. */
  leave(participant: Participant): void {
    this.#depart(participant)
  }

  /** Ends one stay with an error. */
  expel(participant: Participant, code: number): void {
    const line = participant.line
    this.#depart(participant)
    line?.end({ type: 'error', code, message: messageOf(code) })
  }

  /** Ends one stay without an error, as the REST API does. */
  remove(participant: Participant): void {
    const line = participant.line
    this.#depart(participant)
    line?.end({ type: 'disconnected', session: participant.session, status: 'disconnected' })
  }

  /** Starts or ends recording, as far as clients see it: only a room in which somebody publishes is recorded. */
  record(isWanted: boolean): void {
    this.#recording.want(isWanted)
    if (!this.#recording.refresh(this.present)) return
    for (const participant of this.present) tell(participant, { recording: this.recording })
  }

  /** Ends the room for everybody. */
  complete(): void {
    if (this.isOver) return
    this.#expiry.stop()
    this.endedAt = this.updatedAt = this.#world.now()
    const leaving = this.present
    for (const participant of leaving.toReversed()) this.#people.remove(participant, this.endedAt)
    for (const participant of leaving) {
      this.media.release(participant)
      participant.dismiss({ type: 'disconnected', session: participant.session, status: 'completed' })
      this.#emit({ type: 'participant-disconnected', room: this, participant })
    }
    this.#emit({ type: 'room-ended', room: this })
  }

  #depart(participant: Participant): void {
    if (participant.state === 'disconnected') return
    this.#people.remove(participant, this.#world.now())
    this.media.release(participant)
    participant.dismiss()
    const closed = this.#links.disconnect(participant)
    const isRecordingNews = this.#recording.refresh(this.present)
    tellOthers(this.present, {
      about: participant,
      hasNewSet: true,
      moreFor: (other) => ({
        peer_connections: closed(other),
        ...(isRecordingNews && { recording: this.recording }),
      }),
    })
    this.#emit({ type: 'participant-disconnected', room: this, participant })
    if (this.present.length === 0) this.#expiry.inMinutes(this.settings.emptyRoomTimeout)
  }

  #changeState(participant: Participant, state: 'connected' | 'reconnecting'): void {
    participant.state = state
    participant.revision += 1
    tellOthers(this.present, { about: participant, hasNewSet: false })
  }

  #changeTracks(participant: Participant, announcement: Announcement): void {
    const changes = this.#announce(participant, announcement)
    if (!changes) return
    if (!participant.isAudible) this.media.silence(participant)
    const isRecordingNews = this.#recording.refresh(this.present)
    tellTracks(this.present, participant, changes, isRecordingNews ? { recording: this.recording } : {})
    this.#emitTracks(participant, changes)
  }

  #announce(participant: Participant, announcement: Announcement): TrackChanges | null {
    return takeAnnouncement(participant, announcement, {
      newSid: () => this.#world.ids.sid('MT'),
      isAudioOnly: this.settings.isAudioOnly,
    })
  }

  #emitTracks(participant: Participant, changes: TrackChanges): void {
    for (const { type, track } of trackEvents(changes)) this.#emit({ type, room: this, participant, track })
  }

  #emit(event: RoomEvent): void {
    this.updatedAt = this.#world.now()
    this.#world.onEvent(event)
  }
}
