/** What the signalling needs of a WebSocket. All methods are safe after the end. */
export interface TextSocket {
  send(text: string): void
  close(code: number, reason: string): void
  /** Cuts the connection without a closing handshake. */
  terminate(): void
}
