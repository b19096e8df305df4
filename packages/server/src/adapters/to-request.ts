import type { IncomingMessage } from 'node:http'
import type { Writable } from 'node:stream'
import { BODY_FATE } from '../http/read-body.ts'
import { bodyStream } from './body-stream.ts'
import { type HostBody, rescueBody } from './host-body.ts'

/** One request as a Node host has it. */
export interface NodeExchange {
  req: IncomingMessage
  /** Its life is the request's: when it closes before it is finished, the caller is gone. */
  res: Writable
  /** The whole path with the query, whatever routers have cut off. */
  path: string
  body: HostBody
}

/** `fetch` knows no TRACE, CONNECT or TRACK. */
export function isFetchMethod(method: string | undefined): boolean {
  return !/^(TRACE|CONNECT|TRACK)$/.test(method ?? '')
}

/** What was sent, as a web request. */
export function toRequest({ req, res, path, body }: NodeExchange): Request {
  const headers = headersOf(req)
  const init: RequestInit & { duplex: 'half' } = {
    method: req.method ?? 'GET',
    headers,
    signal: signalOf(res),
    duplex: 'half',
  }
  if (init.method === 'GET' || init.method === 'HEAD') return new Request(urlOf(req, path), init)

  const { bytes, fate } = rescueBody(body)
  if (bytes !== null) {
    // They describe the bytes on the wire: a parser has joined and inflated them since.
    for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name)
  }
  const request = new Request(urlOf(req, path), { ...init, body: bytes ?? bodyStream(body.stream, res) })
  if (fate !== null) Object.defineProperty(request, BODY_FATE, { value: fate })
  return request
}

const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i

/** The address as the caller named it. What proxies say about it is for the core to judge. */
function urlOf({ headers, socket }: IncomingMessage, path: string): string {
  const host = headers.host ?? String(headers[':authority'])
  const origin = `${'encrypted' in socket && socket.encrypted ? 'https' : 'http'}://${host}`
  // A `Host` that is no host must not stop the request: nothing but the path decides where it goes.
  const known = HOST.test(host) && URL.canParse(origin) ? origin : 'http://localhost'
  if (path.startsWith('/')) return known + path
  // A whole address is how one speaks to a proxy; the path is all that is ours. Half an address leads nowhere.
  const { pathname, search } = new URL(URL.canParse(path, known) ? path : '/', known)
  return known + pathname + search
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? ''
    // HTTP/2 puts method and path among the headers.
    if (!name.startsWith(':')) headers.append(name, rawHeaders[i + 1] ?? '')
  }
  return headers
}

function signalOf(res: Writable): AbortSignal {
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  return gone.signal
}
