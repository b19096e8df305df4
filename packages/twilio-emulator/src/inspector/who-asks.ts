import type { IncomingMessage } from 'node:http'

/** Another site's name may lead to this machine (DNS rebinding); its pages would then be of the same origin. */
export function isLocal({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '')
}

/** Whether it comes from the inspector's own page, or from no page at all. */
export function isOwn({ headers }: IncomingMessage): boolean {
  // Every browser of today says where a request comes from; what says nothing is no browser.
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/**
 * Whether it was sent by the inspector's own page and can have been sent by no other: browsers name the page's origin
 * with every POST, and let no page of another origin send JSON without asking first, which is never granted here.
 */
export function isFromOwnPage(request: IncomingMessage): boolean {
  const { host, origin, 'content-type': type } = request.headers
  const isJson = type?.split(';')[0]?.trim() === 'application/json'
  return isJson && origin === `http://${host}` && isOwn(request)
}
