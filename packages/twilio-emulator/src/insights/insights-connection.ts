import { VideoError } from '../errors/video-error.ts'
import type { TextSocket } from '../signaling/text-socket.ts'

export interface InsightsWorld {
  /** Rejects with a `VideoError`. */
  verifyToken(token: string): Promise<unknown>
  newSession(): string
}

/** The SDK's telemetry: checked at the door like Twilio does, then received and forgotten. */
export class InsightsConnection {
  readonly #world: InsightsWorld
  readonly #socket: TextSocket
  #isGreeted = false

  constructor(world: InsightsWorld, socket: TextSocket) {
    this.#world = world
    this.#socket = socket
  }

  async receive(frame: string): Promise<void> {
    if (this.#isGreeted) return
    this.#isGreeted = true
    try {
      await this.#world.verifyToken(readToken(frame))
      this.#answer({ type: 'connected', session: this.#world.newSession() })
    } catch (error) {
      const message = error instanceof VideoError ? error.message : 'The message could not be read.'
      this.#answer({ type: 'error', message })
      this.#socket.close(1008, 'Not accepted')
    }
  }

  #answer(message: unknown): void {
    this.#socket.send(JSON.stringify(message))
  }
}

function readToken(frame: string): string {
  const message: unknown = JSON.parse(frame)
  if (typeof message !== 'object' || message === null) return ''
  const { type, token } = message as { type?: unknown; token?: unknown }
  return type === 'connect' && typeof token === 'string' ? token : ''
}
