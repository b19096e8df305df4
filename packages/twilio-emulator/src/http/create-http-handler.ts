import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RestFault, RestFaults } from '../simulate/rest-faults.ts'
import { answerOrError } from './answer-or-error.ts'
import { type BasicAuthRules, isAuthorized } from './basic-auth.ts'
import { errorAnswer, type HttpAnswer, type HttpRequest, RestError } from './http-types.ts'
import { readForm } from './read-form.ts'

export interface HttpWorld {
  auth: BasicAuthRules
  /** What the next calls to the REST API meet. */
  faults: RestFaults
  /** Null when there is no such resource. */
  route(request: HttpRequest): HttpAnswer | null
  onFault(error: unknown): void
}

/** Node's request listener: authenticates, reads, routes, and answers in JSON, errors in Twilio's shape. */
export function createHttpHandler(world: HttpWorld) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fault = isRest(request) ? world.faults.next() : null
    if (fault !== null) return meet(fault, response)
    const { status, body } = await answer(world, request)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      // A test in a page may drive this server; there is nothing to reach without a key in a header.
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-methods': 'GET, POST',
      ...(status === 401 ? { 'www-authenticate': 'Basic realm="Twilio API"' } : {}),
    }
    response.writeHead(status, headers).end(body === null ? '' : JSON.stringify(body))
  }
}

async function answer(world: HttpWorld, request: IncomingMessage): Promise<HttpAnswer> {
  if (request.method === 'OPTIONS') return { status: 204, body: null }
  return answerOrError(async () => {
    if (!isAuthorized(request.headers.authorization, world.auth)) {
      throw new RestError(401, 20003, 'Authenticate')
    }
    const parsed = await parse(request)
    const routed = world.route(parsed)
    if (!routed) {
      throw new RestError(404, 20404, `The requested resource /${parsed.segments.join('/')} was not found`)
    }
    return routed
  }, world.onFault)
}

function isRest({ method, url }: IncomingMessage): boolean {
  return method !== 'OPTIONS' && url !== undefined && url.startsWith('/v1/')
}

// Silence lasts until the other side gives up, or the emulator is closed.
function meet(fault: RestFault, response: ServerResponse): void {
  if (fault === 'silence') return
  if (fault === 'cut') {
    response.socket?.destroy()
    return
  }
  const { status, code = 20_000 + status, retryAfterSeconds, body } = fault
  const shape = errorAnswer(new RestError(status, code, 'This failure was asked for.')).body
  response
    .writeHead(status, {
      'content-type': body === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    })
    .end(body ?? JSON.stringify(shape))
}

async function parse(request: IncomingMessage): Promise<HttpRequest> {
  const { pathname, searchParams } = new URL(`http://emulator${request.url}`)
  return {
    method: request.method ?? 'GET',
    segments: pathname.split('/').filter(Boolean).map(decode),
    query: searchParams,
    form: request.method === 'POST' ? await readForm(request) : new URLSearchParams(),
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new RestError(400, 20001, 'The path is not valid.')
  }
}
