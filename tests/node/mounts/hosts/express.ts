import type { IncomingMessage } from 'node:http'
import { toNodeHandler } from '@meetings/server/node'
import express5, { type RequestHandler } from 'express'
import express4 from 'express4'
import type { Left, Mount } from '../mount.ts'
import { createSubject } from '../subject/create-subject.ts'
import { video } from '../subject/twilio.ts'
import { listen } from './listen.ts'

type Express = typeof express5
type App = ReturnType<Express>

const limit = '10mb'
const keepBytes = (req: IncomingMessage & { rawBody?: Buffer }, _res: unknown, bytes: Buffer) => {
  req.rawBody = bytes
}

function mountsIn(express: Express, everything: string): Mount[] {
  const handler = (basePath?: string) => toNodeHandler(createSubject(video, basePath), { onError: () => {} })
  const mount = (name: string, build: (app: App) => void, more: Partial<Mount> = {}): Mount => ({
    name,
    start: async () => {
      const app = express()
      // Express prints what nobody handles, unless this says that it is a test.
      app.set('env', 'test')
      build(app)
      return listen(app)
    },
    ...more,
  })
  const after = (parsers: string, use: RequestHandler[], left: Partial<Mount>): Mount =>
    mount(`after ${parsers}`, (app) => app.use(...use).use(handler()), left)
  const parsedJson = {
    json: 'rewritten' as Left,
    cannot: {
      'answers JSON that cannot be read in our shape': 'express.json() answers 400 before us, as HTML',
    },
  }

  return [
    mount('bare', (app) => app.use(handler())),
    mount("at '/'", (app) => app.use('/', handler())),
    mount('at its path', (app) => app.use('/api/meetings', handler())),
    mount('at a part of its path', (app) => app.use('/api', handler())),
    mount('as a route', (app) => app.all(`/api/meetings/${everything}`, handler())),
    mount('under a prefix', (app) => app.use('/prefix', handler('/prefix/api/meetings')), {
      basePath: '/prefix/api/meetings',
    }),
    mount(
      'in a router in a router',
      (app) => {
        const inner = express.Router().use('/meetings', handler('/outer/inner/meetings'))
        app.use('/outer', express.Router().use('/inner', inner))
      },
      { basePath: '/outer/inner/meetings' },
    ),
    after('json()', [express.json({ limit })], parsedJson),
    after('urlencoded({ extended: true })', [express.urlencoded({ limit, extended: true })], {
      form: 'rewritten',
      flattens: false,
    }),
    after('urlencoded({ extended: false })', [express.urlencoded({ limit, extended: false })], {
      form: 'rewritten',
    }),
    after(
      'json() and urlencoded()',
      [express.json({ limit }), express.urlencoded({ limit, extended: false })],
      {
        ...parsedJson,
        form: 'rewritten',
      },
    ),
    after(
      'json() and urlencoded() with a verify hook that keeps rawBody',
      [
        express.json({ limit, verify: keepBytes }),
        express.urlencoded({ limit, extended: true, verify: keepBytes }),
      ],
      { cannot: parsedJson.cannot },
    ),
    after('raw()', [express.raw({ limit })], {}),
    after("raw({ type: '*/*' })", [express.raw({ limit, type: '*/*' })], {}),
    after('text()', [express.text({ limit })], {}),
    after("text({ type: '*/*' })", [express.text({ limit, type: '*/*' })], {}),
    after('something that swallows every body', [(req, _res, next) => void req.once('end', next).resume()], {
      json: 'lost',
      form: 'lost',
    }),
  ]
}

export const inExpress4 = mountsIn(express4, '*')
export const inExpress5 = mountsIn(express5, '*path')
