import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Mount } from '../mount.ts'
import { createSubject } from '../subject/create-subject.ts'
import { video } from '../subject/twilio.ts'
import { hostAt } from './listen.ts'

const NO_ADAPTER = 'there is no adapter; meetings.fetch itself never fails'

function appOf(basePath = '/api/meetings', path = basePath): Hono {
  const subject = createSubject(video, basePath)
  return new Hono().all(`${path}/*`, (c) => subject.fetch(c.req.raw))
}

function afterReading(): Hono {
  const subject = createSubject(video)
  return new Hono()
    .use(async (c, next) => {
      await c.req.text()
      await next()
    })
    .all(`${subject.basePath}/*`, (c) => subject.fetch(c.req.raw))
}

function listening(name: string, app: () => Hono, more: Partial<Mount> = {}): Mount {
  return {
    name,
    closesAfterRefusal: true,
    cannot: {
      'answers in our shape when a function around meetings.fetch fails': NO_ADAPTER,
      'keeps the reason': '@hono/node-server leaves it to Node',
    },
    start: () =>
      new Promise((resolve) => {
        const server = serve({ fetch: app().fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
          resolve(
            hostAt(`http://127.0.0.1:${port}`, async () => {
              if ('closeAllConnections' in server) server.closeAllConnections()
              server.close()
            }),
          ),
        )
      }),
    ...more,
  }
}

export const inHono: Mount[] = [
  listening('on Node', () => appOf()),
  listening(
    'on Node, in an app in an app',
    () => new Hono().route('/outer', appOf('/outer/inner', '/inner')),
    {
      basePath: '/outer/inner',
    },
  ),
  listening('on Node, after a middleware that reads every body', afterReading, {
    json: 'lost',
    form: 'lost',
    cannot: {
      'answers in our shape when a function around meetings.fetch fails': NO_ADAPTER,
      'keeps the reason': '@hono/node-server leaves it to Node',
      'hands over JSON as it was sent, or says what became of it': 'the body is gone',
      'hands over a form as it was sent, or says what became of it': 'the body is gone',
    },
  }),
  {
    name: 'without a server',
    start: async () => {
      const app = appOf()
      return { address: null, close: async () => {}, ask: async (path, init) => app.request(path, init) }
    },
    cannot: {
      'answers in our shape when a function around meetings.fetch fails': NO_ADAPTER,
      'refuses a body of 4 MB without keeping the next request waiting': 'there is no connection',
      'lives on when a caller hangs up in the middle of a body': 'there is no connection',
      'stops an answer whose reader has left': 'the reader is the test itself',
    },
  },
]
