import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Host } from '../mount.ts'

/** A listener on a port of its own. */
export async function listen(listener: RequestListener): Promise<Host> {
  return hostOf(createServer(listener))
}

/** A server on a port of its own. */
export async function hostOf(server: Server): Promise<Host> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return hostAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    server.closeAllConnections()
    server.close()
  })
}

/** A host that listens at an address already. */
export function hostAt(address: string, close: () => Promise<void>): Host {
  return { address, close, ask: (path, init) => fetch(address + path, init) }
}
