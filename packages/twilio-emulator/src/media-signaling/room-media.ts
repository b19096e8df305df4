import type { Cancel, Timers } from '../clock/timers.ts'
import type { MessageLog } from '../inspector/message-log.ts'
import type { PeerConnectionState } from '../link/peer-connection-state.ts'
import type { Participant } from '../room/participant.ts'
import type { RoomNews } from '../signaling/server-message.ts'
import type { ReadyTrack } from '../tracks/track-publication.ts'
import { type ChannelName, type MediaSignalingState, mediaSignalingState } from './channel-name.ts'
import type { OpenDataPeer } from './data-peer.ts'
import { MediaLink } from './media-link.ts'
import { describeQuality, measureQuality, type QualityLevel, readQualityWish } from './network-quality.ts'
import type { SoundLevel } from './sound-level.ts'
import { SpeakerMeter } from './speaker-meter.ts'
import { TrackSwitches } from './track-switches.ts'
import type { Transcript } from './transcript.ts'

export interface RoomMediaWorld {
  openPeer: OpenDataPeer
  newId(): string
  timers: Timers
  tell(participant: Participant, news: RoomNews): void
  present(): readonly Participant[]
  log: MessageLog
}

const LOOK_EVERY_MS = 250
const REMIND_EVERY_LOOKS = 4
const LONGEST_NOTE = 120
/** A connection that never comes up is not tried for ever. */
const MOST_ATTEMPTS = 3

/** What a group room tells each client on channels of its own: who speaks, how good networks are, what is off. */
export class RoomMedia {
  readonly #world: RoomMediaWorld
  readonly #links = new Map<Participant, MediaLink>()
  readonly #meter = new SpeakerMeter()
  readonly #measured = new Map<Participant, QualityLevel>()
  readonly #fixedQuality = new Map<Participant, QualityLevel>()
  readonly #switches = new TrackSwitches()
  #speaker: string | null = null
  #isSpeakerFixed = false
  #transcripts = 0
  #looks = 0
  #cancelLook: Cancel = () => {}

  constructor(world: RoomMediaWorld) {
    this.#world = world
  }

  /** Gives a client the channels it asked for. The connection for them follows. */
  admit(participant: Participant, channels: readonly ChannelName[], attempt = 1): void {
    if (channels.length === 0) return
    const { openPeer, newId, tell } = this.#world
    if (this.#links.size === 0) this.#lookLater()
    let failed = attempt
    const link: MediaLink = new MediaLink({
      id: newId(),
      channels,
      openPeer,
      tell: (state) => tell(participant, { peer_connections: [state] }),
      events: {
        onMessage: (channel, message) => {
          failed = 0
          this.#hear(participant, channel, message)
        },
        onSound: (level) => this.#listen(participant, level),
        onGone: () => {
          if (this.#links.get(participant) !== link) return
          this.#links.delete(participant)
          if (failed >= MOST_ATTEMPTS) return
          this.admit(participant, channels, failed + 1)
          tell(participant, { media_signaling: mediaSignalingState(channels) })
        },
      },
    })
    this.#links.set(participant, link)
  }

  /** Who asked for a channel, among all who are here. */
  askersOf(channel: ChannelName): Participant[] {
    return [...this.#links].flatMap(([participant, link]) =>
      link.channels.includes(channel) ? participant : [],
    )
  }

  /** Where a client finds its channels. */
  channelsOf(participant: Participant): MediaSignalingState {
    return mediaSignalingState(this.#links.get(participant)?.channels ?? [])
  }

  /** The server's own connection with a client that comes back. Were it not listed, the client would close it. */
  catchUp(participant: Participant): PeerConnectionState[] {
    const link = this.#links.get(participant)
    return link ? [link.state] : []
  }

  /** Loses the connection with a client; a new one follows. */
  breakLink(participant: Participant): void {
    this.#links.get(participant)?.lose()
  }

  /** Takes what a client says about its connection with the server. False: it is about another one. */
  receive(participant: Participant, state: PeerConnectionState): boolean {
    const link = this.#links.get(participant)
    if (link?.id !== state.id) return false
    link.receive(state)
    return true
  }

  /** Somebody left. */
  release(participant: Participant): void {
    const link = this.#links.get(participant)
    this.#links.delete(participant)
    this.#measured.delete(participant)
    this.#fixedQuality.delete(participant)
    this.#switches.forget(participant)
    link?.close()
    this.silence(participant)
    if (this.#links.size === 0) this.#cancelLook()
  }

  /** Somebody is muted, or has no sound any more: that one does not speak. */
  silence({ sid }: Participant): void {
    this.#meter.forget(sid)
    if (this.#speaker !== sid) return
    this.#isSpeakerFixed = false
    this.#setSpeaker(null)
  }

  get speaker(): string | null {
    return this.#speaker
  }

  /** Says who speaks, whatever is heard; null: nobody. */
  fixSpeaker(participant: Participant | null): void {
    this.#isSpeakerFixed = true
    this.#setSpeaker(participant?.sid ?? null)
  }

  /** Listens again. */
  releaseSpeaker(): void {
    this.#isSpeakerFixed = false
  }

  qualityOf(participant: Participant): QualityLevel | null {
    return this.#fixedQuality.get(participant) ?? this.#measured.get(participant) ?? null
  }

  /** Says how good a network is, whatever is measured; null: as it is measured. Clients ask once a second. */
  fixQuality(participant: Participant, level: QualityLevel | null): void {
    if (level === null) this.#fixedQuality.delete(participant)
    else this.#fixedQuality.set(participant, level)
  }

  /** Switches a track of somebody else off or on for these recipients. */
  switchTrack(recipients: readonly Participant[], { sid }: ReadyTrack, isOff: boolean): void {
    for (const recipient of recipients) {
      if (!this.#switches.set(recipient, sid, isOff)) continue
      const change = isOff ? { off: [sid], on: [] } : { off: [], on: [sid] }
      this.#send(recipient, 'track_switch_off', change)
    }
  }

  /** Hands out a piece of what somebody said, to everybody who asked for transcriptions. */
  transcribe(transcript: Transcript): void {
    this.#transcripts += 1
    for (const participant of this.#links.keys()) {
      const message = { ...transcript, sequence_number: this.#transcripts }
      this.#send(participant, 'extension_transcriptions', message)
    }
  }

  #hear(participant: Participant, channel: ChannelName, message: unknown): void {
    const type = (message as { type?: unknown }).type
    if (type === 'ready') this.#greet(participant, channel)
    else if (type === 'network_quality') this.#reply(participant, message)
    else if (type === 'render_hints') this.#obey(participant, message)
    // Nothing is sent through here that could come sooner or later than something else.
    else if (type === 'track_priority') this.#note(participant, channel, message as Record<string, unknown>)
  }

  // What was said before a channel was ready was not heard.
  #greet(participant: Participant, channel: ChannelName): void {
    if (channel === 'active_speaker') this.#send(participant, channel, { participant: this.#speaker })
    const off = this.#switches.offFor(participant)
    if (channel === 'track_switch_off' && off.length > 0) this.#send(participant, channel, { off, on: [] })
  }

  // Only as an answer: to news that comes by itself, the SDK would answer with one more report, for ever.
  #reply(participant: Participant, report: unknown): void {
    this.#measured.set(participant, measureQuality(report))
    const wish = readQualityWish(report)
    const own = this.qualityOf(participant) ?? 5
    const remotes = this.#world.present().flatMap((other) => {
      const level = this.qualityOf(other)
      if (other === participant || level === null) return []
      const detail = describeQuality(level, wish.remote)
      return [{ sid: other.sid, ...(typeof detail === 'number' ? { level } : detail) }]
    })
    this.#send(participant, 'network_quality', {
      local: describeQuality(own, wish.local),
      ...(wish.remote > 0 && { remotes }),
    })
  }

  // A picture that nobody looks at is switched off for the one who does not look.
  #obey(participant: Participant, message: unknown): void {
    const { id, changes } = this.#switches.obey(participant, message)
    this.#send(participant, 'render_hints', {
      subscriber: { id, hints: changes.hints.map((track) => ({ track, result: 'OK' })) },
    })
    if (changes.off.length + changes.on.length > 0) {
      this.#send(participant, 'track_switch_off', { off: changes.off, on: changes.on })
    }
  }

  #listen(participant: Participant, level: SoundLevel): void {
    if (participant.isAudible) this.#meter.note(participant.sid, level)
  }

  #lookLater(): void {
    this.#cancelLook = this.#world.timers.after(LOOK_EVERY_MS, () => {
      this.#lookLater()
      this.#looks += 1
      if (this.#looks % REMIND_EVERY_LOOKS === 0) this.#remind()
      const speaker = this.#meter.look()
      if (!this.#isSpeakerFixed) this.#setSpeaker(speaker)
    })
  }

  // The SDK takes no news of a channel that it believes to have, and it may learn late that one broke.
  #remind(): void {
    for (const [participant, link] of this.#links) {
      if (!link.isReady) this.#world.tell(participant, { media_signaling: this.channelsOf(participant) })
    }
  }

  #setSpeaker(sid: string | null): void {
    if (sid === this.#speaker) return
    this.#speaker = sid
    for (const participant of this.#links.keys()) {
      this.#send(participant, 'active_speaker', { participant: sid })
    }
  }

  #send(participant: Participant, channel: ChannelName, message: Record<string, unknown>): void {
    const isSaid = this.#links.get(participant)?.send(channel, { type: channel, ...message })
    // Of the network quality there would be nothing else to read: it comes once a second to everybody.
    if (isSaid && channel !== 'network_quality') this.#note(participant, channel, message)
  }

  #note(participant: Participant, channel: ChannelName, message: Record<string, unknown>): void {
    const { type: _type, ...rest } = message
    const text = `${channel} ${JSON.stringify(rest)}`
    this.#world.log.note('channel', participant.identity, text.slice(0, LONGEST_NOTE))
  }
}
