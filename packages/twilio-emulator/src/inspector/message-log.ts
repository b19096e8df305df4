/** One thing that was said in a room, in short: never a token, a session or a session description. */
export interface LoggedMessage {
  /** Milliseconds since the epoch. */
  at: number
  identity: string
  /** From the client, to it, or on one of the channels beside the signalling. */
  way: 'from' | 'to' | 'channel'
  text: string
}

const KEPT = 60

/** The last messages of one room, the newest last. */
export class MessageLog {
  readonly #now: () => number
  #messages: readonly LoggedMessage[] = []

  constructor(now: () => number) {
    this.#now = now
  }

  note(way: LoggedMessage['way'], identity: string, text: string): void {
    this.#messages = [...this.#messages.slice(1 - KEPT), { at: this.#now(), way, identity, text }]
  }

  list(): readonly LoggedMessage[] {
    return this.#messages
  }
}
