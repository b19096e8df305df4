import { toFastifyPlugin } from '@meetings/server/fastify'
import fastify, { type FastifyInstance } from 'fastify'
import type { Mount } from '../mount.ts'
import { createSubject } from '../subject/create-subject.ts'
import { video } from '../subject/twilio.ts'
import { hostAt } from './listen.ts'

function mount(name: string, build: (app: FastifyInstance) => unknown, more: Partial<Mount> = {}): Mount {
  return {
    name,
    start: async () => {
      const app = fastify({ forceCloseConnections: true })
      await build(app)
      return hostAt(await app.listen({ port: 0, host: '127.0.0.1' }), () => app.close())
    },
    ...more,
  }
}

const plugin = (basePath?: string) => toFastifyPlugin(createSubject(video, basePath), { onError: () => {} })

export const inFastify: Mount[] = [
  mount('with its body parsers', (app) => app.register(plugin())),
  mount('without its body parsers', (app) => {
    app.removeAllContentTypeParsers()
    return app.register(plugin())
  }),
  mount('beside parsers that take everything', (app) => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    return app.register(plugin())
  }),
  mount('with hooks that read and replace the body', (app) => {
    app.addHook('preParsing', async (_request, _reply, payload) => {
      const { PassThrough } = await import('node:stream')
      return payload.pipe(new PassThrough())
    })
    app.addHook('onSend', async (_request, reply, payload) => {
      reply.header('x-of-the-host', 'kept')
      return payload
    })
    return app.register(plugin())
  }),
  mount('under a prefix', (app) => app.register(plugin('/prefix/meetings'), { prefix: '/prefix' }), {
    basePath: '/prefix/meetings',
  }),
  mount('under a prefix that is its whole path', (app) =>
    app.register(plugin(), { prefix: '/api/meetings' }),
  ),
  mount('in a scope in a scope', (app) =>
    app.register(
      (outer, _options, done) => {
        outer.register(plugin(), { prefix: '/meetings' })
        done()
      },
      { prefix: '/api' },
    ),
  ),
]
