import { Writable } from 'node:stream'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { world } from '../../test/world.ts'
import { memoryStore } from '../testing/index.ts'

/** A real pino, and the lines it writes. */
function pinoAt(level: 'debug' | 'info') {
  const lines: Record<string, unknown>[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(JSON.parse(String(chunk)))
      done()
    },
  })
  return { logger: pino({ level }, stream), lines }
}

describe('pino as the logger', () => {
  it('gets one line per request, at debug', async () => {
    const { logger, lines } = pinoAt('debug')
    await world({ logger }).send('/bookings')
    await world({ logger }).send('/bookings', { as: null })
    expect(lines).toMatchObject([
      {
        level: 20,
        msg: 'request',
        requestId: 'request-1',
        route: 'listBookings',
        method: 'GET',
        status: 200,
      },
      { level: 20, msg: 'request', status: 401 },
    ])
  })

  it('gets a failure with its cause and its stack, and no token', async () => {
    const { logger, lines } = pinoAt('info')
    const down = () => Promise.reject(new Error('connection refused'))
    const { post } = world({ logger, store: { ...memoryStore(), enter: down } })
    await post('/launch-video')
    expect(lines).toMatchObject([
      {
        level: 50,
        msg: 'launchVideo failed with STORE_UNAVAILABLE',
        requestId: 'request-1',
        code: 'STORE_UNAVAILABLE',
        cause: 'Error: connection refused',
      },
    ])
    expect(JSON.stringify(lines)).toContain('MeetingsError')
    expect(JSON.stringify(lines)).not.toContain('Bearer')
  })
})
