/** What has happened so far, as a test asks for it. */
export interface Seen {
  /** Callers that were waited for, and those of them that hung up. */
  waiting: number
  gone: number
  /** Answers whose reader left before their end. */
  streamsLeft: number
  /** What `onError` was told. */
  causes: string[]
}

/** What arrived at `/test/echo`. */
export interface Echo {
  method: string
  url: string
  headers: Record<string, string>
  body: string
  fate: unknown
}

export const STREAMED_BYTES = 2 * 1024 * 1024
const CHUNK_BYTES = 64 * 1024

/** Answers the routes of the test; `undefined` for every other. */
export async function observe(path: string, request: Request, seen: Seen): Promise<Response | undefined> {
  if (path.startsWith('/test/echo')) return Response.json(await echo(request))
  if (path === '/test/seen') return Response.json(seen)
  if (path === '/test/reject') throw new Error('A function of the host failed.')
  if (path === '/test/stream') return new Response(chunks(STREAMED_BYTES / CHUNK_BYTES, seen))
  if (path === '/test/endless') return new Response(chunks(Number.POSITIVE_INFINITY, seen))
  if (path !== '/test/cookies') return undefined
  const headers = new Headers({ 'x-kept': 'yes' })
  headers.append('set-cookie', 'a=1; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT')
  headers.append('set-cookie', 'b=2; Path=/')
  return new Response('cookies', { status: 202, statusText: 'Taken', headers })
}

async function echo(request: Request): Promise<Echo> {
  return {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
    fate: Reflect.get(request, Symbol.for('@meetings/server/body')) ?? null,
  }
}

function chunks(count: number, seen: Seen): ReadableStream<Uint8Array> {
  let left = count
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new Uint8Array(CHUNK_BYTES))
      else controller.close()
    },
    cancel() {
      seen.streamsLeft += 1
    },
  })
}
