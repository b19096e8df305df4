import { messageOf, VideoError } from '../errors/video-error.ts'
import { MessageLog } from '../inspector/message-log.ts'
import type { Link } from '../link/link.ts'
import type { PeerConnectionState } from '../link/peer-connection-state.ts'
import type { ChannelName } from '../media-signaling/channel-name.ts'
import { RoomMedia } from '../media-signaling/room-media.ts'
import type { Announcement } from '../signaling/client-message.ts'
import type { Line } from '../signaling/line.ts'
import type { RecordingState, RoomNews } from '../signaling/server-message.ts'
import { announceTracks, type TrackChanges, trackEvents } from '../tracks/announce-tracks.ts'
import { Participant } from './participant.ts'
import { PeerLinks } from './peer-links.ts'
import type { RoomEvent } from './room-event.ts'
import { isMediaRelayed, type RoomSettings } from './room-settings.ts'
import { publishedState, remoteState, subscribedState, wholeState } from './room-state.ts'
import type { RoomWorld } from './room-world.ts'

export interface Entry {
  identity: string
  line: Line
  announcement: Announcement
  peerConnections: readonly PeerConnectionState[]
  channels: readonly ChannelName[]
}

const MINUTE_MS = 60_000

/** A room, its people and what they tell each other. It knows nothing of sockets, tokens or HTTP. */
export class Room {
  readonly sid: string
  readonly name: string
  readonly settings: RoomSettings
  readonly createdAt: number
  readonly sessionTimeoutSeconds: number
  updatedAt: number
  endedAt: number | null = null
  recording: RecordingState = { is_recording: false, revision: 1 }
  /** Beside the signalling. Only rooms of type group and group-small have it. */
  readonly media: RoomMedia
  /** The last messages, for a person who looks. */
  readonly log: MessageLog
  readonly #world: RoomWorld
  readonly #links: PeerLinks
  #isRecordingWanted: boolean
  #present: Participant[] = []
  #past: Participant[] = []
  #cancelEnd: () => void

  constructor(world: RoomWorld, settings: RoomSettings, name: string | null) {
    this.#world = world
    this.#links = new PeerLinks(() => world.ids.uuid())
    this.log = new MessageLog(world.now)
    this.media = new RoomMedia({
      openPeer: world.openPeer,
      newId: () => world.ids.uuid(),
      timers: world.timers,
      tell: (participant, news) => this.#tell(participant, news),
      present: () => this.#present,
      log: this.log,
    })
    this.sid = world.ids.sid('RM')
    this.name = name ?? this.sid
    this.settings = settings
    this.#isRecordingWanted = settings.recordParticipantsOnConnect
    this.sessionTimeoutSeconds = world.sessionTimeoutSeconds
    this.createdAt = world.now()
    this.updatedAt = this.createdAt
    this.#cancelEnd = this.#endAfter(settings.unusedRoomTimeout)
    world.onEvent({ type: 'room-created', room: this })
  }

  /** Who is here (or on the way back), in order of arrival. */
  get present(): readonly Participant[] {
    return this.#present
  }

  /** Everybody who ever was here, the present ones first. */
  get everybody(): readonly Participant[] {
    return [...this.#present, ...this.#past]
  }

  get isOver(): boolean {
    return this.endedAt !== null
  }

  /** The connections between two people each. */
  get links(): Link[] {
    return this.#links.list()
  }

  othersThan(participant: Participant): Participant[] {
    return this.#present.filter((other) => other !== participant)
  }

  /**
   * Lets somebody in and answers with the room's state. The same identity that is here already has to go (53205).
   * Throws 53105 when the room is full.
   */
  enter({ identity, line, announcement, peerConnections, channels }: Entry): Participant {
    const older = this.#present.filter((participant) => participant.identity === identity)
    if (this.#present.length - older.length >= this.settings.maxParticipants) throw new VideoError(53105)
    for (const participant of older) this.expel(participant, 53205)
    this.#cancelEnd()
    const { ids, now, timers } = this.#world
    const details = {
      sid: ids.sid('PA'),
      identity,
      session: ids.uuid(),
      joinedAt: now(),
      line,
      log: this.log,
    }
    const participant = new Participant(details)
    const elders = this.#present
    this.#present = [...elders, participant]
    participant.timers.stay = timers.after(this.settings.maxParticipantDuration * 1000, () =>
      this.expel(participant, 53216),
    )
    const { changes, isRecordingNews } = this.#announce(participant, announcement)
    const links = this.#links.connect(participant, elders, peerConnections)
    if (isMediaRelayed(this.settings.type)) this.media.admit(participant, channels)
    participant.send(wholeState('connected', this, participant, links.forNewcomer))
    this.#emit({ type: 'participant-connected', room: this, participant })
    if (changes) this.#emitTracks(participant, changes)
    this.#tellOthers(participant, true, (elder) => ({
      peer_connections: links.forElder(elder),
      ...(isRecordingNews && { recording: this.recording }),
    }))
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
      for (const { to, state: forward } of this.#links.relay(participant, state, this.#present)) {
        this.#tell(to, { peer_connections: [forward] })
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
    this.#isRecordingWanted = isWanted
    if (!this.#refreshRecording()) return
    for (const participant of this.#present) this.#tell(participant, { recording: this.recording })
  }

  /** Ends the room for everybody. */
  complete(): void {
    if (this.isOver) return
    this.#cancelEnd()
    this.endedAt = this.updatedAt = this.#world.now()
    const leaving = this.#present
    this.#present = []
    this.#past = [...leaving, ...this.#past]
    for (const participant of leaving) {
      this.#markGone(participant)
      this.media.release(participant)
      participant.dismiss({ type: 'disconnected', session: participant.session, status: 'completed' })
      this.#emit({ type: 'participant-disconnected', room: this, participant })
    }
    this.#emit({ type: 'room-ended', room: this })
  }

  #depart(participant: Participant): void {
    if (participant.state === 'disconnected') return
    this.#present = this.othersThan(participant)
    this.#past = [participant, ...this.#past]
    this.#markGone(participant)
    this.media.release(participant)
    participant.dismiss()
    const closed = this.#links.disconnect(participant)
    const isRecordingNews = this.#refreshRecording()
    this.#tellOthers(participant, true, (other) => ({
      peer_connections: closed(other),
      ...(isRecordingNews && { recording: this.recording }),
    }))
    this.#emit({ type: 'participant-disconnected', room: this, participant })
    if (this.#present.length === 0) this.#cancelEnd = this.#endAfter(this.settings.emptyRoomTimeout)
  }

  // The tracks stay listed: an empty list would tell the SDK that they were unpublished first.
  #markGone(participant: Participant): void {
    participant.state = 'disconnected'
    participant.leftAt = this.#world.now()
    participant.revision += 1
  }

  #changeState(participant: Participant, state: 'connected' | 'reconnecting'): void {
    participant.state = state
    participant.revision += 1
    this.#tellOthers(participant, false)
  }

  #changeTracks(participant: Participant, announcement: Announcement): void {
    const { changes, isRecordingNews } = this.#announce(participant, announcement)
    if (!changes) return
    if (!participant.isAudible) this.media.silence(participant)
    const recording = isRecordingNews ? { recording: this.recording } : {}
    if (changes.hasNewSet) {
      participant.publishedRevision += 1
      this.#tell(participant, { published: publishedState(participant), ...recording })
    }
    if (changes.isVisible) {
      participant.revision += 1
      const hasNewSet = changes.added.length + changes.removed.length > 0
      this.#tellOthers(participant, hasNewSet, () => recording)
    }
    this.#emitTracks(participant, changes)
  }

  // Every update carries the announcement, also those about candidates only: act on newer ones.
  #announce(participant: Participant, announcement: Announcement) {
    if (announcement.revision <= participant.announcedRevision) {
      return { changes: null, isRecordingNews: false }
    }
    participant.announcedRevision = announcement.revision
    const changes = announceTracks(participant.tracks, announcement.tracks, {
      newSid: () => this.#world.ids.sid('MT'),
      isAudioOnly: this.settings.isAudioOnly,
    })
    participant.tracks = changes.tracks
    return { changes, isRecordingNews: this.#refreshRecording() }
  }

  // Nothing is recorded here; clients are told what Twilio would tell them.
  #refreshRecording(): boolean {
    const hasTracks = this.#present.some((participant) => participant.readyTracks.length > 0)
    const isRecording = this.#isRecordingWanted && hasTracks
    if (isRecording === this.recording.is_recording) return false
    this.recording = { is_recording: isRecording, revision: this.recording.revision + 1 }
    return true
  }

  #endAfter(minutes: number) {
    return this.#world.timers.after(minutes * MINUTE_MS, () => this.complete())
  }

  /** Tells everybody else how somebody is now and, when the set of tracks changed, what they receive. */
  #tellOthers(
    about: Participant,
    hasNewSet: boolean,
    moreFor: (other: Participant) => RoomNews = () => ({}),
  ): void {
    for (const other of this.othersThan(about)) {
      if (hasNewSet) other.subscribedRevision += 1
      this.#tell(other, {
        participants: [remoteState(about)],
        ...(hasNewSet && { subscribed: subscribedState(other, this.othersThan(other)) }),
        ...moreFor(other),
      })
    }
  }

  #tell(participant: Participant, news: RoomNews): void {
    participant.send({ type: 'update', version: 2, session: participant.session, ...news })
  }

  #emitTracks(participant: Participant, changes: TrackChanges): void {
    for (const { type, track } of trackEvents(changes)) this.#emit({ type, room: this, participant, track })
  }

  #emit(event: RoomEvent): void {
    this.updatedAt = this.#world.now()
    this.#world.onEvent(event)
  }
}
