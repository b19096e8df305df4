import { messageOf, VideoError } from '../errors/video-error.ts'
import type { Participant } from '../room/participant.ts'
import type { Room } from '../room/room.ts'
import type { RoomDirectory } from '../room/room-directory.ts'
import type { Admission } from '../token/verify-access-token.ts'
import { type ClientMessage, InvalidMessage, parseClientMessage } from './client-message.ts'
import type { Line } from './line.ts'
import type { IceServer } from './server-message.ts'

export type IcePurpose = 'call' | 'preflight'

export interface SignalingWorld {
  rooms: RoomDirectory
  /** What a client may reach others by. */
  iceServers(purpose: IcePurpose): Promise<readonly IceServer[]>
  /** Rejects with a `VideoError`. */
  verifyToken(token: string): Promise<Admission>
  /** A refusal that was asked for, whatever the token says. */
  nextRefusal(identity: string): number | null
  /** Whether the network of a person is gone, as was asked for. */
  isAway(identity: string): boolean
  /** Something unexpected went wrong in here. */
  onFault(error: unknown): void
}

/** What one connection does in the room protocol (RSP v2), from `ice` or `connect` or `sync` to the end. */
export class SignalingSession {
  readonly #world: SignalingWorld
  readonly #line: Line
  #stay: { room: Room; participant: Participant } | null = null
  #isOver = false
  #identity: string | null = null
  // Checking a token takes a moment; what arrives meanwhile waits, so that everything happens in order.
  #queue: Promise<void> = Promise.resolve()

  constructor(world: SignalingWorld, line: Line) {
    this.#world = world
    this.#line = line
  }

  /** Whose connection it is, once a token has said it. */
  get identity(): string | null {
    return this.#identity
  }

  /** One message from the client. Throws `InvalidMessage` for a malformed one; unknown types are ignored. */
  receive(body: unknown): void {
    const message = this.#parse(body)
    if (message) this.#enqueue(() => this.#handle(message))
  }

  /** The connection is gone. */
  lost(): void {
    this.#isOver = true
    this.#enqueue(async () => {
      if (this.#stay) this.#stay.room.lose(this.#stay.participant, this.#line)
    })
  }

  /** Resolves when everything received so far has been dealt with. */
  settled(): Promise<void> {
    return this.#queue
  }

  #parse(body: unknown): ClientMessage | null {
    try {
      return parseClientMessage(body)
    } catch (error) {
      // Without a session nothing can go on from here: the client is waiting for an answer.
      if (!this.#stay && error instanceof InvalidMessage) this.#refuse(new VideoError(53004))
      throw error
    }
  }

  #enqueue(task: () => Promise<void>): void {
    this.#queue = this.#queue.then(task).catch((error: unknown) => {
      if (!(error instanceof VideoError)) this.#world.onFault(error)
      this.#refuse(error instanceof VideoError ? error : new VideoError(53004))
    })
  }

  async #handle(message: ClientMessage): Promise<void> {
    if (this.#isOver) return
    switch (message.type) {
      case 'ice':
        return this.#tellIceServers(message)
      case 'connect':
        return this.#connect(message)
      case 'sync':
        return this.#sync(message)
      case 'update':
        return this.#update(message)
      case 'disconnect':
        return this.#disconnect(message)
    }
  }

  async #tellIceServers(message: Extract<ClientMessage, { type: 'ice' }>): Promise<void> {
    await this.#admit(message.token)
    if (this.#isOver) return
    const servers = await this.#world.iceServers(message.isPreflight ? 'preflight' : 'call')
    if (!this.#isOver) this.#line.send({ type: 'iced', ice_servers: servers })
  }

  async #connect(message: Extract<ClientMessage, { type: 'connect' }>): Promise<void> {
    if (this.#stay) throw new VideoError(53004)
    const admission = await this.#admit(message.token)
    if (this.#isOver || this.#isRefused(admission.identity)) return
    const room = this.#world.rooms.forClient(message.name, admission.room)
    const participant = room.enter({
      identity: admission.identity,
      line: this.#line,
      announcement: message.announcement,
      peerConnections: message.peerConnections,
      channels: message.channels,
    })
    this.#stay = { room, participant }
  }

  async #sync(message: Extract<ClientMessage, { type: 'sync' }>): Promise<void> {
    // Twilio checks the token again: after it expired, a lost connection cannot be restored.
    const admission = await this.#admit(message.token)
    if (this.#isOver || this.#isRefused(admission.identity)) return
    const stay = this.#world.rooms.findSession(message.session)
    if (!stay || stay.participant.identity !== admission.identity) throw new VideoError(53204)
    this.#stay = stay
    stay.participant.heard(message)
    stay.room.resume(stay.participant, this.#line, message)
  }

  async #update(message: Extract<ClientMessage, { type: 'update' }>): Promise<void> {
    const stay = this.#stay
    if (!stay || stay.participant.session !== message.session) return
    stay.participant.heard(message)
    stay.room.update(stay.participant, message)
  }

  // The client says it also after the server ended the session; that changes nothing.
  async #disconnect(message: Extract<ClientMessage, { type: 'disconnect' }>): Promise<void> {
    const stay = this.#stay
    if (!stay || stay.participant.session !== message.session) return
    this.#isOver = true
    stay.room.leave(stay.participant)
  }

  async #admit(token: string): Promise<Admission> {
    const admission = await this.#world.verifyToken(token)
    this.#identity = admission.identity
    if (!this.#isOver && this.#world.isAway(admission.identity)) {
      this.#isOver = true
      this.#line.cut()
    }
    return admission
  }

  #isRefused(identity: string): boolean {
    const code = this.#world.nextRefusal(identity)
    if (code === null) return false
    this.#isOver = true
    this.#line.end({ type: 'error', code, message: messageOf(code) })
    return true
  }

  #refuse(error: VideoError): void {
    this.#isOver = true
    if (this.#stay) this.#stay.room.leave(this.#stay.participant)
    this.#line.end({ type: 'error', code: error.code, message: error.message })
  }
}
