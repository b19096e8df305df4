import { connect } from 'node:net'

/** What came back over a socket. */
export interface RawAnswer {
  /** The status of every answer, in order. */
  statuses: number[]
  text: string
  /** Whether the server closed the connection. */
  isClosed: boolean
}

export interface RawRequest {
  /** Written one after the other, `pauseMs` apart. Characters are bytes. */
  writes: readonly string[]
  pauseMs?: number
  /** Hangs up after the last write, without waiting for an answer. */
  hangsUp?: boolean
  /** How many answers to wait for; then, or after `patienceMs`, the socket is closed. Default 1. */
  answers?: number
  patienceMs?: number
}

/** Writes bytes no client library would write, and collects what comes back. Never rejects. */
export function rawExchange(port: number, request: RawRequest): Promise<RawAnswer> {
  const { writes, pauseMs = 0, hangsUp = false, answers = 1, patienceMs = 2_000 } = request
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1')
    const finish = (isClosed: boolean) => {
      clearTimeout(patience)
      socket.destroy()
      resolve({ statuses: statusesOf(text), text, isClosed })
    }
    const patience = setTimeout(() => finish(false), patienceMs)
    socket.setEncoding('latin1').setNoDelay(true)
    socket.on('data', (chunk: string) => {
      text += chunk
      if (statusesOf(text).length >= answers && endsAnAnswer(text)) finish(false)
    })
    socket.on('error', () => finish(true)).on('close', () => finish(true))
    socket.once('connect', async () => {
      for (const [index, bytes] of writes.entries()) {
        if (index > 0) await new Promise((next) => setTimeout(next, pauseMs))
        if (socket.destroyed) return
        socket.write(bytes, 'latin1')
      }
      if (hangsUp) setImmediate(() => finish(false))
    })
  })
}

function statusesOf(text: string): number[] {
  return Array.from(text.matchAll(/(?:^|\}|\r\n)HTTP\/1\.1 (\d{3}) /g), ([, status]) => Number(status))
}

/** Ours end with JSON, a chunked end, or a head without a body. */
function endsAnAnswer(text: string): boolean {
  return text.endsWith('0\r\n\r\n') || text.endsWith('}') || text.endsWith('\r\n\r\n')
}
