import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { BOOKING_ID, world } from '../../test/world.ts'
import { type NodeHandler, toNodeHandler } from './node.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const launch = {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: 'Bearer customer' },
  body: JSON.stringify({ booking_id: BOOKING_ID }),
}

describe('the Node adapter', () => {
  it('serves the routes from a bare server', async () => {
    const url = await listen(toNodeHandler(world().meetings))
    const response = await fetch(`${url}/api/meetings/launch-video`, launch)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toMatchObject({ token: 'fake-token-1' })
    const listed = await fetch(`${url}/api/meetings/bookings?scope=all`, { headers: launch.headers })
    expect((await listed.json()).bookings).toHaveLength(1)
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404)
  })

  it.each<[string, (app: express.Express, handler: NodeHandler) => void]>([
    ['alone', (app, handler) => app.use(handler)],
    ['under its path', (app, handler) => app.use('/api/meetings', handler)],
    ['under a part of its path', (app, handler) => app.use('/api', handler)],
    ['as a route', (app, handler) => app.all('/api/meetings/*path', handler)],
    ['after express.json()', (app, handler) => app.use(express.json(), handler)],
    ['after express.text()', (app, handler) => app.use(express.text({ type: '*/*' }), handler)],
    ['after express.raw()', (app, handler) => app.use(express.raw({ type: '*/*' }), handler)],
  ])('serves the routes in Express, mounted %s', async (_how, mount) => {
    const app = express()
    mount(app, toNodeHandler(world().meetings))
    const url = await listen(app)
    expect((await fetch(`${url}/api/meetings/launch-video`, launch)).status).toBe(200)
    expect((await fetch(`${url}/api/meetings/bookings`, { headers: launch.headers })).status).toBe(200)
  })

  it('passes on what is not its own, and answers what is', async () => {
    const app = express()
    app.use(toNodeHandler(world().meetings))
    app.get('/hello', (_req, res) => void res.send('hello'))
    const url = await listen(app)
    expect(await (await fetch(`${url}/hello`)).text()).toBe('hello')
    const missing = await fetch(`${url}/api/meetings/nothing`)
    expect(missing.headers.get('x-meetings-error')).toBe('ROUTE_NOT_FOUND')
  })

  it('hands every cookie on', async () => {
    const headers = new Headers({ 'x-a': '1' })
    headers.append('set-cookie', 'a=1; Path=/')
    headers.append('set-cookie', 'b=2; Path=/')
    const fetchCookies = async () => new Response('ok', { headers })
    const url = await listen(toNodeHandler({ basePath: '', fetch: fetchCookies }))
    expect((await fetch(url)).headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
  })

  it('tells the handler when the caller is gone', async () => {
    const [aborted, markAborted] = signal()
    const [arrived, markArrived] = signal()
    const url = await listen(
      toNodeHandler({
        basePath: '',
        fetch: async (request) => {
          request.signal.addEventListener('abort', () => markAborted())
          markArrived()
          await aborted
          return new Response('too late')
        },
      }),
    )
    const leaving = new AbortController()
    const request = fetch(url, { signal: leaving.signal }).catch(() => 'gone')
    await arrived
    leaving.abort()
    await aborted
    expect(await request).toBe('gone')
  })

  it.each([
    ['a host that is none', 'GET /api/meetings/bookings HTTP/1.1\r\nHost: a b\r\n', 401],
    ['two slashes in front', 'GET //evil.example.com/api/meetings/bookings HTTP/1.1\r\nHost: x\r\n', 404],
    ['a whole address', 'GET http://evil.example.com/api/meetings/nothing HTTP/1.1\r\nHost: x\r\n', 404],
    ['two slashes the other way', 'GET /\\evil.example.com/api/meetings HTTP/1.1\r\nHost: x\r\n', 404],
    ['a path in its host', 'GET /api/meetings/bookings HTTP/1.1\r\nHost: x/api?\r\n', 401],
    ['a password in its host', 'GET /api/meetings/bookings HTTP/1.1\r\nHost: a:b@x\r\n', 401],
    ['a method fetch does not know', 'TRACE /api/meetings/bookings HTTP/1.1\r\nHost: x\r\n', 405],
  ])('survives a request with %s', async (_what, head, status) => {
    const url = await listen(toNodeHandler(world().meetings))
    expect(await sendRaw(url, `${head}Connection: close\r\n\r\n`)).toContain(`HTTP/1.1 ${status} `)
    expect((await fetch(`${url}/api/meetings/bookings`)).status).toBe(401)
  })

  it('refuses a body over 64 kB also after express.json()', async () => {
    const app = express()
    app.use(express.json({ limit: '1mb' }), toNodeHandler(world().meetings))
    const url = await listen(app)
    const body = JSON.stringify({ booking_id: 'x'.repeat(70_000) })
    expect((await fetch(`${url}/api/meetings/launch-video`, { ...launch, body })).status).toBe(413)
  })

  it('answers the next request on the connection of a refused body', async () => {
    const url = await listen(toNodeHandler(world().meetings))
    const auth = 'Host: x\r\nAuthorization: Bearer customer\r\nContent-Type: application/json\r\n'
    const refused = `POST /api/meetings/launch-video HTTP/1.1\r\n${auth}Content-Length: 4000000\r\n\r\n`
    const next = `GET /api/meetings/bookings HTTP/1.1\r\n${auth}Connection: close\r\n\r\n`
    const answers = await sendRaw(url, refused + 'x'.repeat(4_000_000) + next)
    expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
  })

  it('refuses a body over 64 kB and lives on when the rest of it arrives', async () => {
    const url = await listen(toNodeHandler(world().meetings))
    const body = () => new Blob([new Uint8Array(4_000_000)]).stream()
    for (let attempt = 0; attempt < 5; attempt++) {
      const init: RequestInit & { duplex: 'half' } = { ...launch, body: body(), duplex: 'half' }
      // Where the answer overtakes the body, the connection may be closed before all of it is sent.
      const status = await fetch(`${url}/api/meetings/launch-video`, init).then(
        ({ status }) => status,
        () => 413,
      )
      expect(status).toBe(413)
    }
    expect((await fetch(`${url}/api/meetings/launch-video`, launch)).status).toBe(200)
  })
})

async function listen(handler: Parameters<typeof createServer>[1]): Promise<string> {
  server = createServer(handler as never)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function signal(): [Promise<void>, () => void] {
  let send = () => {}
  const sent = new Promise<void>((resolve) => {
    send = resolve
  })
  return [sent, send]
}

async function sendRaw(url: string, request: string): Promise<string> {
  const { port, hostname } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(request)
  let answer = ''
  for await (const chunk of socket) answer += chunk
  return answer
}
