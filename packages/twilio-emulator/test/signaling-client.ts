import WebSocket from 'ws'
import { mintToken, type TokenWish } from '../../../tests/browser/mint-token.ts'
import type { TwilioEmulator } from '../src/index.ts'

type Message = Record<string, unknown> & { type: string }

export const credentials = {
  accountSid: 'AC00000000000000000000000000000001',
  apiKeySid: 'SK00000000000000000000000000000001',
  apiKeySecret: 'secret-of-the-key',
}

/** A client without any media, for what is about signalling only. It says what it is told to. */
export class SignalingClient {
  readonly frames: Message[] = []
  closeCode: number | null = null
  readonly #socket: WebSocket
  #wake: () => void = () => {}

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data) => {
      this.frames.push(JSON.parse(data.toString()))
      this.#wake()
    })
    socket.on('close', (code) => {
      this.closeCode = code
      this.#wake()
    })
    socket.on('error', () => {})
  }

  static async open(url: string): Promise<SignalingClient> {
    const socket = new WebSocket(url)
    const client = new SignalingClient(socket)
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    return client
  }

  /** Enters a room without tracks and answers once the server has. */
  static async join(
    emulator: TwilioEmulator,
    identity: string,
    room: string,
    token: Partial<TokenWish> = {},
  ) {
    const client = await SignalingClient.open(emulator.signalingUrl)
    client.frame({ type: 'hello', id: 'x', timeout: 5000, version: 2 })
    client.say({
      type: 'connect',
      version: 2,
      name: room,
      token: await mintToken({ ...credentials, identity, room, ...token }),
      participant: { revision: 1, tracks: [] },
      peer_connections: [],
    })
    const answer = await client.hear(({ type }) => type === 'connected' || type === 'error')
    return { client, answer, session: String(answer['session']) }
  }

  frame(frame: Record<string, unknown> | string): void {
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }

  say(body: unknown): void {
    this.frame({ type: 'msg', body: body as Record<string, unknown> })
  }

  hangUp(): void {
    this.#socket.terminate()
  }

  get messages(): Message[] {
    return this.frames.flatMap(({ type, body }) => (type === 'msg' ? [body as Message] : []))
  }

  /** The first message, said already or to come, that is the right one. */
  hear(isRight: (message: Message) => boolean): Promise<Message> {
    return this.#until(() => this.messages.find(isRight))
  }

  /** The first frame of the framing protocol of a type. */
  hearFrame(type: string): Promise<Message> {
    return this.#until(() => this.frames.find((frame) => frame.type === type))
  }

  /** The code that the connection was closed with. */
  closed(): Promise<number> {
    return this.#until(() => this.closeCode ?? undefined)
  }

  async #until<Value>(find: () => Value | undefined): Promise<Value> {
    for (;;) {
      const found = find()
      if (found !== undefined) return found
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
