import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from '@meetings/server/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../requests/random.ts'
import { createTargets } from '../requests/target.ts'
import { rawExchange } from './raw-exchange.ts'
import { BODY, get, ODD, post, SMUGGLING } from './shapes.ts'

const CANARY = 'canary-7c1f'
let server: Server
let port: number
/** What nobody caught. It would end a real process. */
const uncaught: unknown[] = []
const onUncaught = (error: unknown) => void uncaught.push(error)

beforeAll(async () => {
  const [target] = createTargets()
  const [fetch] = target?.doors ?? []
  if (fetch === undefined) throw new Error('There is no server to shoot at.')
  server = createServer(toNodeHandler({ fetch, basePath: '/api/meetings' }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  process.on('unhandledRejection', onUncaught).on('uncaughtException', onUncaught)
})

afterAll(async () => {
  process.off('unhandledRejection', onUncaught).off('uncaughtException', onUncaught)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

async function isWell(): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/api/meetings/health`)).status === 200
}

describe('over a raw socket', () => {
  it.each(SMUGGLING.map((shape) => [shape.name, shape] as const))(
    'never answers a request hidden behind %s',
    async (_name, shape) => {
      const { statuses, text } = await rawExchange(port, { ...shape, answers: 2, patienceMs: 400 })
      expect(text).not.toContain('smuggled')
      expect(statuses.length).toBeLessThanOrEqual(1)
      expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true)
    },
  )

  it.each(ODD.map((shape) => [shape.name, shape] as const))(
    'answers %s below 500 or hangs up',
    async (_name, shape) => {
      const { statuses, text, isClosed } = await rawExchange(port, shape)
      expect(statuses.length > 0 || isClosed).toBe(true)
      expect(statuses.filter((status) => status >= 500)).toEqual([])
      expect(text).not.toContain(CANARY)
      expect(await isWell()).toBe(true)
    },
  )

  it('answers an address that is none as one where nothing is', async () => {
    const { statuses, text } = await rawExchange(port, { writes: [get('', 'http://[/api/meetings/health')] })
    expect([statuses, text]).toEqual([[404], expect.stringContaining('"code":"ROUTE_NOT_FOUND"')])
  })

  it('answers pipelined requests in their order', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `pipelined-${index}`)
    const writes = [
      ids
        .map((id, index) =>
          index % 3 === 0
            ? post(`Content-Length: ${BODY.length}\r\nX-Request-Id: ${id}\r\n`)
            : get(`X-Request-Id: ${id}\r\n`),
        )
        .join(''),
    ]
    const { text } = await rawExchange(port, { writes, answers: 20 })
    expect(Array.from(text.matchAll(/x-request-id: (\S+)/gi), ([, id]) => id)).toEqual(ids)
  })

  it('answers what follows a refused body on the same connection, or closes it', async () => {
    const size = 200_000
    const writes = [
      post(`Content-Length: ${size}\r\nX-Request-Id: too-large\r\n`, ' '.repeat(size)) +
        get('X-Request-Id: next\r\n'),
    ]
    const { statuses, text, isClosed } = await rawExchange(port, { writes, answers: 2 })
    expect(statuses[0]).toBe(413)
    expect(isClosed || text.includes('x-request-id: next')).toBe(true)
    if (statuses.length > 1) expect(statuses[1]).toBe(200)
  })

  it('outlives three hundred callers who send pieces and hang up', async () => {
    const random = createRandom(20261122)
    const whole = [
      post(`Content-Length: ${BODY.length}\r\n`),
      get(),
      post('Transfer-Encoding: chunked\r\n', '5\r\n{"boo'),
    ]
    const callers = Array.from({ length: 300 }, () => {
      const bytes = random.pick(whole)
      const end = 1 + random.below(bytes.length)
      const cut = random.below(end)
      return {
        writes: [bytes.slice(0, cut), bytes.slice(cut, end)],
        hangsUp: random.chance(0.8),
        patienceMs: 150,
      }
    })
    for (let first = 0; first < callers.length; first += 50) {
      await Promise.all(callers.slice(first, first + 50).map((caller) => rawExchange(port, caller)))
    }
    expect(await isWell()).toBe(true)
  })

  it('leaves nothing that nobody caught', async () => {
    // Rejections are told a turn of the event loop later.
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(uncaught).toEqual([])
  })
})
