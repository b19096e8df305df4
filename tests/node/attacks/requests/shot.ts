import { makeAddress } from './addresses.ts'
import { makeBody } from './bodies.ts'
import { makeHeaders } from './headers.ts'
import type { Random } from './random.ts'
import type { Target } from './target.ts'

/** One request, and enough words to find out what it was. */
export interface Shot {
  request: Request
  label: string
}

/** A request nobody sends by mistake. */
export function makeShot(random: Random, target: Target): Shot {
  const { route, method, url } = makeAddress(random, target)
  const body = makeBody(random, route, target.bookingIds)
  const hasBody = !/^(get|head)$/i.test(method) && body.value !== null
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers: makeHeaders(random, body.type, target.people),
    duplex: 'half',
    ...(hasBody ? { body: body.value } : {}),
  }
  const label = `${method} ${url.slice(0, 120)} with ${hasBody ? body.kind : 'no body'}`
  return { request: new Request(url, init), label }
}
