import { expect } from 'vitest'
import type { Echo } from '../subject/observe.ts'
import { type Exchange, SIGNED_IN } from './exchange.ts'

export const PATHS = {
  'hands over the whole path and query, whatever they hold': async ({ ask, path }: Exchange) => {
    const route = '/test/echo/%C3%BC%20%2F/日本?q=a%2Bb&q=%F0%9F%98%80&x='
    const { url } = (await (await ask(route)).json()) as Echo
    const { pathname, search } = new URL(url)
    expect(pathname + search).toBe(
      path('/test/echo/%C3%BC%20%2F/%E6%97%A5%E6%9C%AC?q=a%2Bb&q=%F0%9F%98%80&x='),
    )
  },

  'says so when nothing is there': async ({ ask }: Exchange) => {
    const response = await ask('/nothing', { headers: SIGNED_IN })
    expect(response.status).toBe(404)
    expect(response.headers.get('x-meetings-error')).toBe('ROUTE_NOT_FOUND')
    expect(await response.json()).toMatchObject({ code: 'ROUTE_NOT_FOUND', requestId: expect.any(String) })
  },

  'hands over the headers': async ({ ask }: Exchange) => {
    const headers = { 'x-request-id': 'from-a-proxy', 'x-forwarded-proto': 'https', cookie: 'a=1; b=2' }
    const response = await ask('/test/echo', { headers })
    expect(((await response.json()) as Echo).headers).toMatchObject(headers)
  },
}
