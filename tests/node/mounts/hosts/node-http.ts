import { toNodeHandler } from '@meetings/server/node'
import type { Mount } from '../mount.ts'
import { createSubject } from '../subject/create-subject.ts'
import { video } from '../subject/twilio.ts'
import { listen } from './listen.ts'

const quiet = { onError: () => {} }

export const nodeHttp: Mount[] = [
  { name: 'alone', start: () => listen(toNodeHandler(createSubject(video), quiet)) },
  {
    name: 'at the root',
    basePath: '',
    start: () => listen(toNodeHandler(createSubject(video, '/'), quiet)),
  },
  {
    name: 'beside routes of the host',
    start: async () => {
      const handler = toNodeHandler(createSubject(video), quiet)
      return listen((req, res) => handler(req, res, () => res.end('the host')))
    },
  },
]
