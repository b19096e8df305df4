import { createServer, type Server } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import express from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { BOOKING_ID, world } from '../../test/world.ts'
import { bodyFate } from '../http/read-body.ts'
import { toNodeHandler } from './node.ts'

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

  it('passes on what is not its own, and answers what is', async () => {
    const app = express()
    app.use(toNodeHandler(world().meetings))
    app.get('/hello', (_req, res) => void res.send('hello'))
    const url = await listen(app)
    expect(await (await fetch(`${url}/hello`)).text()).toBe('hello')
    const missing = await fetch(`${url}/api/meetings/nothing`)
    expect(missing.headers.get('x-meetings-error')).toBe('ROUTE_NOT_FOUND')
  })

  it('says once that no request can reach it, when its mount path does not fit basePath', async () => {
    const told: unknown[] = []
    const app = express()
    app.use('/v1', toNodeHandler(world().meetings, { onError: (error) => void told.push(String(error)) }))
    app.use((_req, res) => void res.send('the host'))
    const url = await listen(app)
    for (const path of ['/v1/launch-video', '/v1/api/meetings/bookings', '/elsewhere']) {
      expect(await (await fetch(url + path)).text()).toBe('the host')
    }
    expect(told).toEqual([
      expect.stringMatching(/mounted at "\/v1".*basePath is "\/api\/meetings".*basePath: "\/v1"/),
    ])
  })

  it('says nothing when it stands where requests to other routes come by', async () => {
    const told: unknown[] = []
    const app = express()
    const handler = toNodeHandler(world().meetings, { onError: (error) => void told.push(error) })
    app.use(handler).use('/api', handler).use('/API/meetings', handler)
    app.use((_req, res) => void res.send('the host'))
    const url = await listen(app)
    for (const path of ['/', '/api/users', '/api/meetings']) await fetch(url + path)
    expect(told).toEqual([])
  })

  it('hands the session of the host to authenticate', async () => {
    const contexts: unknown[] = []
    const { meetings } = world({
      authenticate: ({ context }) => {
        contexts.push(context)
        return null
      },
    })
    const app = express()
    app.use((req, _res, next) => {
      Object.assign(req, { session: 'session of Carl' })
      next()
    })
    app.use(toNodeHandler(meetings, { context: (req) => String(Reflect.get(req, 'session')) }))
    await fetch(`${await listen(app)}/api/meetings/bookings`)
    expect(contexts).toEqual(['session of Carl'])
  })

  it('answers 500 in our shape and tells the host why, whatever goes wrong around the handlers', async () => {
    const told: unknown[] = []
    const onError = (error: unknown) => void told.push(error)
    const used = new Response('read already')
    await used.text()
    const failing: Record<string, () => Promise<Response>> = {
      rejection: () => Promise.reject(new Error('rejection')),
      throw: () => {
        throw new Error('throw')
      },
      nothing: async () => undefined as never,
      'a used answer': async () => used,
      'the answer of a failed fetch': async () => Response.error(),
    }
    for (const [what, respond] of Object.entries(failing)) {
      const url = await listen(toNodeHandler({ basePath: '', fetch: respond }, { onError }))
      const response = await fetch(url)
      expect([what, response.status, (await response.json()).code]).toEqual([what, 500, 'INTERNAL'])
      server?.close()
    }
    expect(told).toHaveLength(5)
    expect(told.slice(0, 2).map(String)).toEqual(['Error: rejection', 'Error: throw'])
  })

  it('breaks the connection off and says why when an answer breaks off', async () => {
    const told: unknown[] = []
    const broken = () =>
      new ReadableStream({
        start: (controller) => controller.enqueue(new Uint8Array(10)),
        pull: (controller) => controller.error(new Error('broken')),
      })
    const answers = [new Response(broken()), new Response('whole')]
    const fetchNext = async () => answers.shift() ?? new Response()
    const onError = (error: unknown) => void told.push(error)
    const url = await listen(toNodeHandler({ basePath: '', fetch: fetchNext }, { onError }))
    await expect(fetch(url).then((response) => response.text())).rejects.toThrow()
    expect(await (await fetch(url)).text()).toBe('whole')
    expect(told.map(String)).toEqual(['Error: broken'])
  })

  it('leaves the cookies and the Vary of the host on the answer', async () => {
    const headers = { 'set-cookie': 'ours=1', vary: 'Origin', 'cache-control': 'no-store' }
    const app = express()
    app.use((_req, res, next) => {
      res.setHeader('set-cookie', 'theirs=1').setHeader('vary', 'Accept').setHeader('cache-control', 'public')
      next()
    })
    app.use(toNodeHandler({ basePath: '', fetch: async () => new Response('ok', { headers }) }))
    const response = await fetch(await listen(app))
    expect(response.headers.getSetCookie()).toEqual(['theirs=1', 'ours=1'])
    expect(response.headers.get('vary')).toBe('Accept, Origin')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('reads what a parser has inflated', async () => {
    const app = express()
    app.use(express.json(), toNodeHandler({ basePath: '', fetch: echo }))
    const init = { ...launch, headers: { ...launch.headers, 'content-encoding': 'gzip' } }
    const response = await fetch(await listen(app), { ...init, body: new Uint8Array(gzipSync('{"a":1}')) })
    expect(await response.json()).toEqual({
      body: '{"a":1}',
      encoding: null,
      length: null,
      fate: 'rewritten',
    })
  })

  it.each([
    ['a number that JSON cannot say', 10n],
    ['nothing', undefined],
    ['an object in itself', circular()],
  ])('gives a body up for lost when a parser left %s of it', async (_what, left) => {
    const app = express()
    app.use(express.json(), (req, _res, next) => {
      req.body = left
      next()
    })
    app.use(toNodeHandler({ basePath: '', fetch: echo }))
    const response = await fetch(await listen(app), launch)
    expect(await response.json()).toMatchObject({ body: '', fate: 'lost' })
  })

  it('does not blame the host for a body whose sender hung up before it came to us', async () => {
    let tell = (_read: unknown) => {}
    const read = new Promise((resolve) => {
      tell = resolve
    })
    const ours = toNodeHandler({
      basePath: '',
      async fetch(request) {
        const fate = bodyFate(request)
        tell([fate, await request.text().catch(String)])
        return new Response()
      },
    })
    const app = express()
    // A host that looks something up first.
    app.use((req, _res, next) => req.once('close', next))
    app.use(ours)
    const url = await listen(app)
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{')
      setImmediate(() => socket.destroy())
    })
    expect(await read).toEqual([null, expect.stringContaining('The connection was closed')])
  })

  it('reads a stream that somebody gave an encoding', async () => {
    const handler = toNodeHandler({ basePath: '', fetch: echo })
    const url = await listen((req, res) => handler(req.setEncoding('latin1'), res))
    expect(await (await fetch(url, { method: 'POST', body: 'Zo\u00eb' })).json()).toMatchObject({
      body: 'Zo\u00eb',
    })
  })

  it('lets go of a body that was begun and not read to its end', async () => {
    const fetchSome = async (request: Request) => {
      await request.body?.getReader().read()
      return new Response('enough')
    }
    const url = await listen(toNodeHandler({ basePath: '', fetch: fetchSome }))
    const big = `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n${'x'.repeat(4_000_000)}`
    const answers = await sendRaw(url, `${big}GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(answers.match(/enough/g)).toHaveLength(2)
  })

  it('ends the wait for a body whose sender hung up', async () => {
    const [arrived, markArrived] = signal()
    const [failed, markFailed] = signal()
    const fetchAll = async (request: Request) => {
      markArrived()
      await request.text().catch(markFailed)
      return new Response('too late')
    }
    const url = await listen(toNodeHandler({ basePath: '', fetch: fetchAll }))
    const { port, hostname } = new URL(url)
    const socket = connect(Number(port), hostname)
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345')
    await arrived
    socket.destroy()
    await failed
  })

  it('does not begin an answer whose reader left before it', async () => {
    const [cancelled, markCancelled] = signal()
    const [arrived, markArrived] = signal()
    const endless = {
      pull: (one: ReadableStreamDefaultController) => one.enqueue('x'),
      cancel: markCancelled,
    }
    const fetchLate = async (request: Request) => {
      const gone = new Promise((resolve) => request.signal.addEventListener('abort', resolve))
      markArrived()
      await gone
      return new Response(new ReadableStream(endless))
    }
    const { port, hostname } = new URL(await listen(toNodeHandler({ basePath: '', fetch: fetchLate })))
    const socket = connect(Number(port), hostname)
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await arrived
    socket.destroy()
    await cancelled
  })

  it('does not take the end of an answer for a caller who hung up', async () => {
    const signals: AbortSignal[] = []
    const fetchSignal = async (request: Request) => {
      signals.push(request.signal)
      return new Response('done')
    }
    const url = await listen(toNodeHandler({ basePath: '', fetch: fetchSignal }))
    await sendRaw(url, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  })

  it('serves HTTP/2', async () => {
    const http2 = createHttp2Server(toNodeHandler(world().meetings) as never)
    await new Promise<void>((resolve) => http2.listen(0, '127.0.0.1', resolve))
    const session = connectHttp2(`http://127.0.0.1:${(http2.address() as AddressInfo).port}`)
    const stream = session.request({
      ':method': 'POST',
      ':path': '/api/meetings/launch-video',
      ...launch.headers,
    })
    stream.end(launch.body)
    let answer = ''
    for await (const chunk of stream) answer += chunk
    session.close()
    http2.close()
    expect(JSON.parse(answer)).toMatchObject({ token: 'fake-token-1' })
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

async function echo(request: Request): Promise<Response> {
  return Response.json({
    body: await request.text(),
    encoding: request.headers.get('content-encoding'),
    length: request.headers.get('content-length'),
    fate: Reflect.get(request, Symbol.for('@meetings/server/body')) ?? null,
  })
}

function circular(): object {
  const itself: { self?: object } = {}
  itself.self = itself
  return itself
}

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
