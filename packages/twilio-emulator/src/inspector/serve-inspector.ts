import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RoomInspection } from './inspect-rooms.ts'
import { INSPECTOR_PAGE } from './page/inspector-page.ts'
import { INSPECTOR_SCRIPT } from './page/inspector-script.ts'

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

/**
 * Serves the page for a person who looks, and what it shows. They need no key, so that they open with one click;
 * instead they answer only to a browser that came by this machine's own name, and let no other page read them.
 * False: the request is for something else.
 */
export function serveInspector(
  request: IncomingMessage,
  response: ServerResponse,
  rooms: () => RoomInspection[],
): boolean {
  const path = (request.url ?? '').split('?')[0]
  if (path !== '/inspector' && path !== '/inspector/rooms') return false
  const isPage = path === '/inspector'
  // The page itself holds nothing, so that a link anywhere may lead to it.
  if (request.method !== 'GET' || !isLocal(request) || !(isPage || isOwn(request))) {
    response
      .writeHead(403, { 'content-type': 'text/plain' })
      .end('Open http://127.0.0.1 with the port, nothing else.\n')
    return true
  }
  response.writeHead(200, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'content-security-policy': POLICY,
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
  response.end(isPage ? INSPECTOR_PAGE : JSON.stringify({ rooms: rooms() }))
  return true
}

// Another site's name may lead to this machine (DNS rebinding); its pages would then be of the same origin.
function isLocal({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '')
}

// Every browser of today says where a request comes from; what says nothing is no browser.
function isOwn({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}
