import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { BOOKING_ID, world } from '../../test/world.ts'
import { toFastifyPlugin } from './fastify.ts'

const headers = { authorization: 'Bearer customer' }

let app: FastifyInstance
afterEach(() => app.close())

describe('the Fastify plugin', () => {
  it('serves the routes, and leaves the rest of the app its parsers', async () => {
    app = fastify()
    app.post('/host', (request) => ({ parsed: request.body }))
    await app.register(toFastifyPlugin(world().meetings))
    const launch = { method: 'POST', url: '/api/meetings/launch-video', headers } as const
    const launched = await app.inject({ ...launch, payload: { booking_id: BOOKING_ID } })
    expect([launched.statusCode, launched.json().token]).toEqual([200, 'fake-token-1'])
    const hosts = await app.inject({ method: 'POST', url: '/host', payload: { a: 1 } })
    expect(hosts.json()).toEqual({ parsed: { a: 1 } })
  })

  it('refuses a prefix under which no request could reach it', async () => {
    app = fastify()
    app.register(toFastifyPlugin(world().meetings), { prefix: '/v1' })
    await expect(app.ready()).rejects.toThrow(/mounted at "\/v1".*basePath: "\/v1"/)
  })

  it("goes through the hooks of the host, and keeps the host's headers and cookies", async () => {
    app = fastify()
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('set-cookie', 'theirs=1').header('vary', 'Accept').header('x-host', 'kept')
    })
    app.addHook('onSend', async (_request, reply) => void reply.header('x-sent', 'kept'))
    const answer = { headers: { 'set-cookie': 'ours=1', vary: 'Origin' }, status: 202, statusText: 'Taken' }
    await app.register(toFastifyPlugin({ basePath: '', fetch: async () => new Response('ok', answer) }))
    const response = await app.inject('/anything')
    expect([response.statusCode, response.statusMessage, response.body]).toEqual([202, 'Taken', 'ok'])
    expect(response.headers).toMatchObject({
      'set-cookie': ['theirs=1', 'ours=1'],
      vary: 'Accept, Origin',
      'x-host': 'kept',
      'x-sent': 'kept',
    })
  })

  it('takes the bytes that a hook has kept', async () => {
    app = fastify()
    app.addHook('preParsing', async (request, _reply, payload) => {
      let bytes = ''
      for await (const chunk of payload) bytes += chunk
      Object.assign(request, { rawBody: bytes })
      return payload
    })
    await app.register(
      toFastifyPlugin({ basePath: '', fetch: async (request) => new Response(request.body) }),
    )
    const payload = '{ "kept" : true }'
    const response = await app.inject({
      method: 'POST',
      url: '/echo',
      headers: { 'content-type': 'a/b' },
      payload,
    })
    expect(response.body).toBe(payload)
  })

  it('hands the session of the host to authenticate', async () => {
    const contexts: unknown[] = []
    const { meetings } = world({
      authenticate: ({ context }) => {
        contexts.push(context)
        return null
      },
    })
    app = fastify()
    app.addHook('onRequest', async (request) => void Object.assign(request, { session: 'of Carl' }))
    const context = (request: object) => String(Reflect.get(request, 'session'))
    await app.register(toFastifyPlugin(meetings, { context }))
    await app.inject('/api/meetings/bookings')
    expect(contexts).toEqual(['of Carl'])
  })
})
