import { createSocket } from 'node:dgram'
import type { OpenUdp } from './udp.ts'

const HOST = '127.0.0.1'

/** Opens sockets of this machine. They never keep the process alive. */
export const openNodeUdp: OpenUdp = async (onDatagram) => {
  const socket = createSocket('udp4')
  let isClosed = false
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(0, HOST, () => {
      socket.off('error', reject)
      resolve()
    })
  })
  socket.unref()
  // A datagram that cannot be delivered is a lost one.
  socket.on('error', () => {})
  socket.on('message', (datagram, { address, port }) => onDatagram(datagram, { address, port }))
  return {
    address: { address: HOST, port: socket.address().port },
    send(datagram, { address, port }) {
      if (!isClosed) socket.send(datagram, port, address, () => {})
    },
    close() {
      if (isClosed) return
      isClosed = true
      socket.close()
    },
  }
}
