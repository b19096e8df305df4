import { expect } from 'vitest'
import { STREAMED_BYTES } from '../subject/observe.ts'
import type { Exchange } from './exchange.ts'

export const ANSWERS = {
  'keeps two cookies apart': async ({ ask }: Exchange) => {
    const { headers } = await ask('/test/cookies')
    expect(headers.getSetCookie()).toEqual([
      'a=1; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT',
      'b=2; Path=/',
    ])
    expect(headers.get('x-kept')).toBe('yes')
  },

  'keeps the reason': async ({ ask }: Exchange) => {
    const { status, statusText } = await ask('/test/cookies')
    expect([status, statusText]).toEqual([202, 'Taken'])
  },

  'hands on an answer of 2 MB': async ({ ask }: Exchange) => {
    const response = await ask('/test/stream')
    expect((await response.arrayBuffer()).byteLength).toBe(STREAMED_BYTES)
  },

  'answers in our shape when a function around meetings.fetch fails': async ({ ask }: Exchange) => {
    const response = await ask('/test/reject', { headers: { 'x-request-id': 'request-7' } })
    expect(response.status).toBe(500)
    expect(await response.json()).toMatchObject({ code: 'INTERNAL', requestId: 'request-7', retryable: true })
  },
}
