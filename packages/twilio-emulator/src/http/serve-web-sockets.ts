import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { TextSocket } from '../signaling/text-socket.ts'

/** One WebSocket as its handler sees it. */
export interface SocketHandler {
  receive(frame: string): void
  closed(): void
}

// A person among ten says at most some hundred kilobytes of session description at once.
const LARGEST_FRAME_BYTES = 1024 * 1024

/** Accepts WebSockets on these paths, unless it is down; `close` cuts them all. */
export function serveWebSockets(
  server: Server,
  isDown: () => boolean,
  paths: Readonly<Record<string, (socket: TextSocket) => SocketHandler>>,
): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME_BYTES })

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (isDown()) {
      refuse(stream, '503 Service Unavailable')
      return
    }
    const accept = paths[pathOf(request)]
    if (!accept) {
      refuse(stream, '404 Not Found')
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => attach(socket, accept))
  })

  return {
    close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

// The server has let go of this socket: left half open, it would keep the port when the emulator closes.
function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => stream.destroy())
}

function attach(socket: WebSocket, accept: (socket: TextSocket) => SocketHandler): void {
  const handler = accept({
    send: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text)
    },
    close: (code, reason) => socket.close(code, reason),
    terminate: () => socket.terminate(),
  })
  socket.on('message', (data, isBinary) => handler.receive(isBinary ? '' : data.toString()))
  socket.on('close', () => handler.closed())
  // A frame that is too large or broken: the socket closes by itself, which is all there is to do.
  socket.on('error', () => {})
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? ''
}
