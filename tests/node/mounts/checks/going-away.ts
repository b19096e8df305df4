import { connect } from 'node:net'
import { expect } from 'vitest'
import { type Exchange, SIGNED_IN } from './exchange.ts'

const SOON = { timeout: 10_000, interval: 20 }

export const GOING_AWAY = {
  'tells by the signal that the caller hung up': async ({ ask, seen }: Exchange) => {
    const before = await seen()
    const leaving = new AbortController()
    const headers = { ...SIGNED_IN, 'x-test-wait': '1' }
    const answer = ask('/bookings', { headers, signal: leaving.signal }).catch(() => 'gone')
    await expect.poll(async () => (await seen()).waiting, SOON).toBe(before.waiting + 1)
    expect((await seen()).gone).toBe(before.gone)
    leaving.abort()
    await expect.poll(async () => (await seen()).gone, SOON).toBe(before.gone + 1)
    await answer
  },

  'lives on when a caller hangs up in the middle of a body': async ({ ask, host, path }: Exchange) => {
    const { port, hostname } = new URL(host.address ?? '')
    const socket = connect(Number(port), hostname)
    const head = `POST ${path('/launch-video')} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer customer\r\n`
    socket.write(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{ "booking`)
    await new Promise<void>((resolve) => socket.end(resolve))
    socket.destroy()
    expect((await ask('/bookings', { headers: SIGNED_IN })).status).toBe(200)
  },

  'stops an answer whose reader has left': async ({ ask, seen }: Exchange) => {
    const { streamsLeft } = await seen()
    const leaving = new AbortController()
    const response = await ask('/test/endless', { signal: leaving.signal })
    expect(response.status).toBe(200)
    leaving.abort()
    await expect.poll(async () => (await seen()).streamsLeft, SOON).toBe(streamsLeft + 1)
  },
}
