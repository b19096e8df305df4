import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AdapterOptions, FetchesUnderPath } from './adapter-options.ts'
import { answerFailure, failureResponse, reportFailure } from './answer-failure.ts'
import { mountProblem, pathOf } from './mount-path.ts'
import { sendResponse } from './send-response.ts'
import { isFetchMethod, toRequest } from './to-request.ts'

export type { AdapterOptions, FetchesUnderPath } from './adapter-options.ts'

/** A request as Node has it, with what Express, Connect and body parsers put on it. */
export interface NodeRequest extends IncomingMessage {
  originalUrl?: string
  baseUrl?: string
  body?: unknown
  rawBody?: unknown
}

/** A listener for `http.createServer`, and a middleware for Express and Connect. */
export type NodeHandler = (req: NodeRequest, res: ServerResponse, next?: (error?: unknown) => void) => void

/**
 * Serves the meeting routes from Node's own server, Express 4 or 5, or Connect; before or after body parsers, at any
 * mount path. With `next`, requests outside `basePath` are passed on.
 *
 * ```ts
 * app.use(toNodeHandler(meetings))
 * ```
 */
export function toNodeHandler<Context>(
  meetings: FetchesUnderPath<Context>,
  options: AdapterOptions<NodeRequest, Context> = {},
): NodeHandler {
  let warned = false
  return (req, res, next) => {
    const path = pathOf(req)
    if (next && !path.startsWith(`${meetings.basePath}/`)) {
      const problem = warned ? null : mountProblem(meetings.basePath, req.baseUrl ?? '')
      if (problem !== null) reportFailure(new Error(problem), options.onError)
      warned ||= problem !== null
      return next()
    }
    serve(meetings, options, { req, res, path }).catch((error) => {
      reportFailure(error, options.onError)
      // An answer that broke off must not look complete.
      res.destroy()
    })
  }
}

async function serve<Context>(
  meetings: FetchesUnderPath<Context>,
  { context, onError }: AdapterOptions<NodeRequest, Context>,
  { req, res, path }: { req: NodeRequest; res: ServerResponse; path: string },
): Promise<void> {
  if (!isFetchMethod(req.method)) return sendResponse(res, failureResponse('METHOD_NOT_ALLOWED'))
  const contentType = req.headers['content-type']
  const body = { stream: req, contentType, rawBody: req.rawBody, parsed: req.body }
  const request = toRequest({ req, res, path, body })
  const answer = async () => meetings.fetch(request, context?.(req))
  await sendResponse(res, await answerFailure(request, answer, onError))
}
