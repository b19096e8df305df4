import type { Cancel, Timers } from '../clock/timers.ts'
import type { TextSocket } from './text-socket.ts'

export interface TcmpHandlers {
  /** Asked at each hello: null greets the client, a number sends it away for so many milliseconds (negative: for good). */
  busy(): number | null
  /** A message of the room protocol; the hello may carry the first one. Throwing says that it was malformed. */
  onMessage(body: unknown): void
  /** The connection is over, for whatever reason; called once. */
  onClose(): void
}

const HELLO_WITHIN_MS = 15_000
const DEFAULT_TIMEOUT_MS = 5_000
const SHORTEST_TIMEOUT_MS = 1_000
const LONGEST_TIMEOUT_MS = 60_000
const MISSED_HEARTBEATS = 3
const HANG_UP_AFTER_MS = 2_000
const CLOSE_NORMAL = 1000
const CLOSE_PROTOCOL_ERROR = 3002

/**
 * One client's connection in Twilio's framing protocol (TCMP v2): hello and welcome, heartbeats both ways, and
 * messages as JSON in text frames. Feed it with `receive` and `closed`.
 */
export class TcmpConnection {
  readonly #socket: TextSocket
  readonly #timers: Timers
  readonly #handlers: TcmpHandlers
  #phase: 'early' | 'open' | 'ending' | 'closed' = 'early'
  #timeoutMs = DEFAULT_TIMEOUT_MS
  #cancelSilence: Cancel
  #cancelHeartbeat: Cancel = () => {}
  #cancelHangUp: Cancel = () => {}

  constructor(socket: TextSocket, timers: Timers, handlers: TcmpHandlers) {
    this.#socket = socket
    this.#timers = timers
    this.#handlers = handlers
    this.#cancelSilence = timers.after(HELLO_WITHIN_MS, () => this.cut())
  }

  /** One text frame from the client. */
  receive(frame: string): void {
    if (this.#phase === 'closed') return
    const message = parseFrame(frame)
    if (this.#phase === 'early') this.#greet(message)
    else this.#listen(message)
  }

  /** The socket is gone. */
  closed(): void {
    if (this.#phase === 'closed') return
    this.#phase = 'closed'
    this.#cancelSilence()
    this.#cancelHeartbeat()
    this.#cancelHangUp()
    this.#handlers.onClose()
  }

  /** Sends one message of the room protocol. */
  send(body: unknown): void {
    if (this.#phase === 'open') this.#write({ type: 'msg', body })
  }

  /** Sends a last message. The client hangs up on it; if it does not, the server does. */
  end(body: unknown): void {
    if (this.#phase !== 'open') return
    this.send(body)
    this.#phase = 'ending'
    this.#cancelHangUp = this.#timers.after(HANG_UP_AFTER_MS, () => this.cut())
  }

  cut(): void {
    this.#socket.terminate()
    this.closed()
  }

  #greet(message: Record<string, unknown> | null): void {
    if (message?.['type'] !== 'hello' || message['version'] !== 2) {
      this.#write({ type: 'bad', reason: 'The first message must be a hello of version 2.' })
      this.#socket.close(CLOSE_PROTOCOL_ERROR, 'No hello')
      return
    }
    const retryAfter = this.#handlers.busy()
    if (retryAfter !== null) {
      // The client hangs up, and comes again on a new connection.
      this.#write({ type: 'busy', retryAfter, keepAlive: false })
      return
    }
    this.#phase = 'open'
    this.#timeoutMs = negotiate(message['timeout'])
    this.#write({ type: 'welcome', negotiatedTimeout: this.#timeoutMs })
    this.#heartbeatLater()
    this.#heard()
    if (message['body'] !== undefined && message['body'] !== null) this.#hand(message['body'])
  }

  #listen(message: Record<string, unknown> | null): void {
    this.#heard()
    switch (message?.['type']) {
      case 'msg':
        if (this.#phase === 'open') this.#hand(message['body'])
        return
      case 'bye':
        this.#socket.close(CLOSE_NORMAL, 'Bye')
        return
      case 'heartbeat':
      case 'hello': // Sent again when the welcome is late; it has been answered.
        return
      default:
        this.#complain('Expected a JSON object of type msg, heartbeat or bye.')
    }
  }

  #hand(body: unknown): void {
    try {
      this.#handlers.onMessage(body)
    } catch (error) {
      this.#complain(error instanceof Error ? error.message : 'The message could not be read.')
    }
  }

  // One bad frame costs nobody the call: the sender hears of it and goes on.
  #complain(reason: string): void {
    this.#write({ type: 'bad', reason })
  }

  #heard(): void {
    this.#cancelSilence()
    this.#cancelSilence = this.#timers.after(this.#timeoutMs * MISSED_HEARTBEATS, () => this.cut())
  }

  #heartbeatLater(): void {
    this.#cancelHeartbeat = this.#timers.after(this.#timeoutMs / 2, () => {
      this.#write({ type: 'heartbeat' })
      this.#heartbeatLater()
    })
  }

  #write(message: unknown): void {
    this.#socket.send(JSON.stringify(message))
  }
}

function negotiate(asked: unknown): number {
  if (typeof asked !== 'number' || !Number.isFinite(asked)) return DEFAULT_TIMEOUT_MS
  return Math.min(Math.max(asked, SHORTEST_TIMEOUT_MS), LONGEST_TIMEOUT_MS)
}

function parseFrame(frame: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(frame)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
