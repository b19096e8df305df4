import type { IncomingMessage, ServerResponse } from 'node:http'
import { ReadableStream as NodeReadableStream } from 'node:stream/web'

/** What the Node adapter needs of `createMeetings`. */
export interface FetchesUnderPath {
  fetch(request: Request): Promise<Response>
  basePath: string
}

/** A listener for `http.createServer`, and a middleware for Express and Connect. */
export type NodeHandler = (
  req: IncomingMessage & { originalUrl?: string; body?: unknown },
  res: ServerResponse,
  next?: (error?: unknown) => void,
) => void

/**
 * Serves the meeting routes from Node's own server, Express or Connect, before or after a JSON body parser.
 * With `next`, requests outside `basePath` are passed on.
 *
 * ```ts
 * app.use(toNodeHandler(meetings))
 * ```
 */
export function toNodeHandler(meetings: FetchesUnderPath): NodeHandler {
  return (req, res, next) => {
    // Express cuts the mount path off `url`, and keeps the whole in `originalUrl`.
    const path = req.originalUrl ?? req.url ?? '/'
    if (next && !path.startsWith(`${meetings.basePath}/`)) return next()
    // `fetch` never rejects: what fails here is a request that cannot be one, like a TRACE.
    serve(meetings, req, res, path).catch(() => (res.headersSent ? res.destroy() : res.writeHead(400).end()))
  }
}

async function serve(
  meetings: FetchesUnderPath,
  req: Parameters<NodeHandler>[0],
  res: ServerResponse,
  path: string,
) {
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  const response = await meetings.fetch(toRequest(req, path, gone.signal))
  response.headers.forEach((value, name) => {
    res.setHeader(name, name === 'set-cookie' ? response.headers.getSetCookie() : value)
  })
  res.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()))
  // What is left of a refused body would keep the next request on this connection waiting.
  req.resume()
}

function toRequest(req: Parameters<NodeHandler>[0], path: string, signal: AbortSignal): Request {
  const scheme = 'encrypted' in req.socket ? 'https' : 'http'
  const authority = `${scheme}://${req.headers.host ?? 'localhost'}`
  // A `Host` that is no host must not stop the request: nothing but the path decides where it goes.
  const url = new URL(path.replace(/^\/+/, '/'), URL.canParse(authority) ? authority : 'http://localhost')
  const headers = new Headers()
  for (let i = 0; i < req.rawHeaders.length; i += 2) {
    headers.append(req.rawHeaders[i] ?? '', req.rawHeaders[i + 1] ?? '')
  }
  const init: RequestInit & { duplex: 'half' } = {
    method: req.method ?? 'GET',
    headers,
    signal,
    duplex: 'half',
  }
  if (init.method !== 'GET' && init.method !== 'HEAD') init.body = bodyOf(req)
  return new Request(url, init)
}

function bodyOf(req: Parameters<NodeHandler>[0]): BodyInit {
  if (req.body === undefined) {
    // Not Readable.toWeb: it throws past everybody when the rest of a refused body arrives.
    return NodeReadableStream.from(req.iterator({ destroyOnReturn: false })) as ReadableStream
  }
  // A body parser has been here: the stream is empty, its result is what is left.
  if (typeof req.body === 'string') return req.body
  return req.body instanceof Uint8Array ? new Uint8Array(req.body) : JSON.stringify(req.body)
}
