import type { ChannelName } from './channel-name.ts'
import type { DataPeer, DataPeerEvents, OpenDataPeer } from './data-peer.ts'

/** A connection whose other end a test holds. */
export interface FakeDataPeer extends DataPeer {
  readonly channels: readonly ChannelName[]
  /** What the server said on the channels. */
  readonly said: Record<string, unknown>[]
  readonly accepted: string[]
  readonly candidates: unknown[]
  readonly isClosed: boolean
  readonly events: DataPeerEvents
}

/** A port to WebRTC without any: descriptions are made-up texts, and every channel is open at once. */
export function fakeDataPeers(): { open: OpenDataPeer; peers: FakeDataPeer[] } {
  const peers: FakeDataPeer[] = []
  return {
    peers,
    async open(channels, events) {
      const peer = {
        channels,
        events,
        said: [] as Record<string, unknown>[],
        accepted: [] as string[],
        candidates: [] as unknown[],
        isClosed: false,
        offer: async () => `offer of server ${peers.length}`,
        accept: async (sdp: string) => void peer.accepted.push(sdp),
        answer: async (sdp: string) => `answer to ${sdp}`,
        addCandidate: async (candidate: unknown) => void peer.candidates.push(candidate),
        send: (_channel: ChannelName, message: unknown) =>
          void peer.said.push(message as Record<string, unknown>),
        close: () => {
          peer.isClosed = true
        },
      }
      peers.push(peer)
      return peer
    },
  }
}
