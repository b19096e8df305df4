import type { ServerMessage } from './server-message.ts'

/** The server's end of one client's connection, as the room sees it. All methods are safe after the end. */
export interface Line {
  send(message: ServerMessage): void
  /** Says a last word and hangs up once the client had the time to hear it. */
  end(lastWord: ServerMessage): void
  /** Cuts the connection at once, as a dying network does. */
  cut(): void
}
