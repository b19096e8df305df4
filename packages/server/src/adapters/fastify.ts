import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { AdapterOptions, FetchesUnderPath } from './adapter-options.ts'
import { answerFailure } from './answer-failure.ts'
import { mountProblem } from './mount-path.ts'
import { toRequest } from './to-request.ts'

export type { AdapterOptions, FetchesUnderPath } from './adapter-options.ts'

/** What the plugin uses of a Fastify request. */
export interface FastifyRequestLike {
  raw: IncomingMessage
  body: unknown
  rawBody?: unknown
}

/** What the plugin uses of a Fastify reply. */
export interface FastifyReplyLike {
  raw: ServerResponse
  code(status: number): unknown
  getHeader(name: string): unknown
  header(name: string, value: string): unknown
  send(payload?: unknown): unknown
}

/** What the plugin uses of a Fastify instance. */
export interface FastifyScope {
  prefix: string
  removeAllContentTypeParsers(): unknown
  addContentTypeParser(
    contentType: string,
    parser: (request: unknown, payload: IncomingMessage, done: (error: null, body: unknown) => void) => void,
  ): unknown
  all(
    path: string,
    handler: (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<unknown>,
  ): unknown
}

/**
 * A Fastify 5 plugin with the meeting routes. It has its own scope, so the host's body parsers do not touch its
 * requests, and its own do not touch the host's. Throws while it is registered when its `prefix` does not fit
 * `basePath`, which is the whole path.
 *
 * ```ts
 * app.register(toFastifyPlugin(meetings))
 * ```
 */
export function toFastifyPlugin<Context>(
  meetings: FetchesUnderPath<Context>,
  { context, onError }: AdapterOptions<FastifyRequestLike, Context> = {},
): (scope: FastifyScope) => Promise<void> {
  return async (scope) => {
    const problem = mountProblem(meetings.basePath, scope.prefix)
    if (problem !== null) throw new TypeError(problem)
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.all(`${meetings.basePath.slice(scope.prefix.length)}/*`, async (hosted, reply) => {
      const request = requestOf(hosted, reply)
      const answer = async () => meetings.fetch(request, context?.(hosted))
      return send(reply, await answerFailure(request, answer, onError))
    })
  }
}

function requestOf({ raw: req, body, rawBody }: FastifyRequestLike, { raw: res }: FastifyReplyLike): Request {
  // A hook of the host may have put another stream in the place of the request.
  const stream = body instanceof Readable ? body : req
  const contentType = req.headers['content-type']
  return toRequest({
    req,
    res,
    path: req.url ?? '/',
    body: { stream, contentType, rawBody, parsed: undefined },
  })
}

/** Through Fastify, not past it: what its hooks and plugins put on an answer stays. */
function send(reply: FastifyReplyLike, response: Response): unknown {
  reply.code(response.status)
  if (response.statusText !== '' && reply.raw.req.httpVersionMajor === 1) {
    reply.raw.statusMessage = response.statusText
  }
  for (const [name, value] of response.headers) {
    const vary = name === 'vary' ? reply.getHeader(name) : undefined
    reply.header(name, vary === undefined ? value : `${vary}, ${value}`)
  }
  return reply.send(response.body ?? undefined)
}
