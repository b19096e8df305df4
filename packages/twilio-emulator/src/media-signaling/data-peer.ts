import type { ChannelName } from './channel-name.ts'
import type { SoundLevel } from './sound-level.ts'

/** The server's own end of a WebRTC connection with one client: data channels to talk on, and the client's sound. */
export interface DataPeer {
  /** The first offer, complete with candidates. */
  offer(): Promise<string>
  /** The client's answer to it. */
  accept(answer: string): Promise<void>
  /** The answer to a later offer of the client, who offers all its tracks: sound is taken, pictures are not. */
  answer(offer: string): Promise<string>
  addCandidate(candidate: unknown): Promise<void>
  /** Dropped while the channel is not open. */
  send(channel: ChannelName, message: unknown): void
  close(): void
}

export interface DataPeerEvents {
  /** JSON that came on a channel. */
  onMessage(channel: ChannelName, message: unknown): void
  /** How loud the client's sound is, for every packet of it. */
  onSound(level: SoundLevel): void
  /** The connection is lost for good, not closed by `close`. */
  onGone(): void
}

/** The port to WebRTC. */
export type OpenDataPeer = (channels: readonly ChannelName[], events: DataPeerEvents) => Promise<DataPeer>
