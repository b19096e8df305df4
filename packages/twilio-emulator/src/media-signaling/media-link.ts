import type { Description, PeerConnectionState } from '../link/peer-connection-state.ts'
import type { ChannelName } from './channel-name.ts'
import type { DataPeer, DataPeerEvents, OpenDataPeer } from './data-peer.ts'

export interface MediaLinkWorld {
  id: string
  channels: readonly ChannelName[]
  openPeer: OpenDataPeer
  events: DataPeerEvents
  /** Brings news of this connection to the client. */
  tell(state: PeerConnectionState): void
}

/**
 * The connection between the server and one client, beside those between the clients. The server makes the first
 * offer; later ones come from the client, whenever its tracks change.
 */
export class MediaLink {
  readonly #world: MediaLinkWorld
  readonly #ready = new Set<ChannelName>()
  readonly #candidates = new Set<string>()
  #peer: DataPeer | null = null
  #said: Description | null = null
  #heardRevision = 0
  #isClosed = false
  // WebRTC takes one step at a time, and each takes a while.
  #steps: Promise<void> = Promise.resolve()

  constructor(world: MediaLinkWorld) {
    this.#world = world
    this.#step(async () => {
      const { channels, openPeer, events } = world
      this.#peer = await openPeer(channels, { ...events, onMessage: this.#hear, onGone: () => this.lose() })
      this.#say({ type: 'offer', revision: 1, sdp: await this.#peer.offer() })
    })
  }

  get id(): string {
    return this.#world.id
  }

  get channels(): readonly ChannelName[] {
    return this.#world.channels
  }

  /** Whether the client is ready on every channel. */
  get isReady(): boolean {
    return this.#ready.size === this.channels.length
  }

  /** What the server said last, for a client that was away. */
  get state(): PeerConnectionState {
    return { id: this.id, ...(this.#said && { description: this.#said }) }
  }

  /** Takes what the client says about this connection. Stale news changes nothing. */
  receive({ description, ice }: PeerConnectionState): void {
    if (description) this.#step(() => this.#describe(description))
    for (const candidate of ice?.candidates ?? []) {
      const key = JSON.stringify(candidate)
      if (this.#candidates.has(key)) continue
      this.#candidates.add(key)
      this.#step(async () => this.#peer?.addCandidate(candidate))
    }
  }

  /** Says something on a channel. False: the client did not ask for it, or is not ready yet. */
  send(channel: ChannelName, message: unknown): boolean {
    if (!this.#ready.has(channel)) return false
    this.#peer?.send(channel, message)
    return true
  }

  close(): void {
    this.#isClosed = true
    this.#ready.clear()
    this.#peer?.close()
  }

  readonly #hear = (channel: ChannelName, message: unknown): void => {
    this.#ready.add(channel)
    this.#world.events.onMessage(channel, message)
  }

  async #describe({ type, revision, sdp }: Description): Promise<void> {
    const peer = this.#peer
    if (!peer || revision <= this.#heardRevision) return
    this.#heardRevision = revision
    if (type === 'close') this.lose()
    else if (sdp === undefined) return
    else if (type === 'answer') await peer.accept(sdp)
    else if (type === 'offer') this.#say({ type: 'answer', revision, sdp: await peer.answer(sdp) })
  }

  #say(description: Description): void {
    this.#said = description
    if (!this.#isClosed) this.#world.tell({ id: this.id, description })
  }

  /** Gives the connection up: to a client, one that hangs would make its whole network look bad. */
  lose(): void {
    if (this.#isClosed) return
    this.#say({ type: 'close', revision: Math.max(this.#heardRevision, this.#said?.revision ?? 0) + 1 })
    this.close()
    this.#world.events.onGone()
  }

  #step(step: () => Promise<unknown>): void {
    this.#steps = this.#steps.then(async () => {
      if (!this.#isClosed) await step()
      if (this.#isClosed) this.#peer?.close()
    })
    // What WebRTC refuses, this connection does not survive.
    this.#steps = this.#steps.catch(() => this.lose())
  }
}
