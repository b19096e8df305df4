/** Where a datagram comes from or goes to; IPv4. */
export interface UdpAddress {
  address: string
  port: number
}

/** An open socket. Sending after `close` does nothing. */
export interface UdpSocket {
  readonly address: UdpAddress
  send(datagram: Buffer, to: UdpAddress): void
  /** Idempotent. Nothing is received any more. */
  close(): void
}

/** The port to UDP: opens a socket on 127.0.0.1, on any free port. Rejects when there is none. */
export type OpenUdp = (onDatagram: (datagram: Buffer, from: UdpAddress) => void) => Promise<UdpSocket>

/** One text for each address, to look it up by. */
export function keyOf({ address, port }: UdpAddress): string {
  return `${address}:${port}`
}
