import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerOrError } from '../http/answer-or-error.ts'
import { type HttpAnswer, RestError } from '../http/http-types.ts'
import { readForm } from '../http/read-form.ts'
import { answerSimulateCall } from '../simulate/answer-simulate-call.ts'
import type { Simulate } from '../simulate/simulate.ts'
import type { RoomInspection } from './inspect-rooms.ts'
import { INSPECTOR_PAGE } from './page/inspector-page.ts'
import { INSPECTOR_SCRIPT } from './page/inspector-script.ts'
import { isFromOwnPage, isLocal, isOwn } from './who-asks.ts'

export interface InspectorPageWorld {
  rooms(): RoomInspection[]
  simulate: Simulate
  onFault(error: unknown): void
}

const JSON_TYPE = 'application/json; charset=utf-8'
const SIMULATIONS = '/inspector/simulate/'

/** Only this script may run, and it may talk to this server only. */
const POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(INSPECTOR_SCRIPT).digest('base64')}'`,
  "style-src 'unsafe-inline'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/**
 * Serves the page for a person who looks, what it shows, and what its buttons do. They need no key, so that they open
 * with one click; instead they answer only to a browser that came by this machine's own name, let no other page read
 * them, and do what the page itself asks for and nobody else. False: the request is for something else.
 */
export function serveInspector(world: InspectorPageWorld) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const send = (type: string, body: string, status = 200) =>
      response.writeHead(status, { ...HEADERS, 'content-type': type }).end(body)

    if (path === '/inspector') {
      // The page itself holds nothing, so that a link anywhere may lead to it.
      if (isLook(request)) send('text/html; charset=utf-8', INSPECTOR_PAGE)
      else refuse(response)
    } else if (path === '/inspector/rooms') {
      if (isLook(request) && isOwn(request)) send(JSON_TYPE, JSON.stringify({ rooms: world.rooms() }))
      else refuse(response)
    } else if (path.startsWith(SIMULATIONS)) {
      if (request.method === 'POST' && isLocal(request) && isFromOwnPage(request)) {
        const simulation = perform(world, path.slice(SIMULATIONS.length), request)
        void simulation.then(({ status, body }) => send(JSON_TYPE, JSON.stringify(body), status))
      } else refuse(response)
    } else return false
    return true
  }
}

function isLook(request: IncomingMessage): boolean {
  return request.method === 'GET' && isLocal(request)
}

function perform(
  { simulate, onFault }: InspectorPageWorld,
  name: string,
  request: IncomingMessage,
): Promise<HttpAnswer> {
  return answerOrError(async () => {
    const answer = answerSimulateCall(simulate, name, await readForm(request))
    if (!answer) throw new RestError(404, 20404, `There is no simulation "${name}".`)
    return answer
  }, onFault)
}

function refuse(response: ServerResponse): void {
  response
    .writeHead(403, { 'content-type': 'text/plain' })
    .end('Open http://127.0.0.1 with the port, nothing else.\n')
}
