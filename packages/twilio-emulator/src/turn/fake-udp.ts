import { keyOf, type OpenUdp, type UdpAddress } from './udp.ts'

/** A network within the process: what is sent has arrived when `send` returns, or is lost. */
export function createFakeUdp(): { openUdp: OpenUdp; readonly open: number } {
  const sockets = new Map<string, (datagram: Buffer, from: UdpAddress) => void>()
  let lastPort = 40_000
  return {
    async openUdp(onDatagram) {
      lastPort += 1
      const address = { address: '127.0.0.1', port: lastPort }
      sockets.set(keyOf(address), onDatagram)
      return {
        address,
        send(datagram, to) {
          if (sockets.has(keyOf(address))) sockets.get(keyOf(to))?.(Buffer.from(datagram), address)
        },
        close: () => void sockets.delete(keyOf(address)),
      }
    },
    get open() {
      return sockets.size
    },
  }
}
