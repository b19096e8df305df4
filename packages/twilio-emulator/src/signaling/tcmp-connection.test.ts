import { describe, expect, it } from 'vitest'
import { manualTimers } from '../clock/manual-timers.ts'
import { TcmpConnection } from './tcmp-connection.ts'

/** A connection whose client is the test. */
function setUp() {
  const timers = manualTimers()
  const sent: { type: string; body?: unknown; [key: string]: unknown }[] = []
  const heard: unknown[] = []
  const ends: string[] = []
  const connection = new TcmpConnection(
    {
      send: (text) => sent.push(JSON.parse(text)),
      close: (code) => ends.push(`close ${code}`),
      terminate: () => ends.push('terminate'),
    },
    timers,
    {
      busy: () => null,
      onMessage: (body) => {
        if (body === 'malformed') throw new Error('It must be better.')
        heard.push(body)
      },
      onClose: () => ends.push('over'),
    },
  )
  const say = (message: unknown) => connection.receive(JSON.stringify(message))
  return { timers, sent, heard, ends, connection, say }
}

const hello = { type: 'hello', id: 'x', timeout: 5000, version: 2 }

describe('a signalling connection', () => {
  it('welcomes a client, then hears the message that came with its hello', () => {
    const { say, sent, heard } = setUp()
    say({ ...hello, body: { type: 'ice' } })
    expect(sent).toEqual([{ type: 'welcome', negotiatedTimeout: 5000 }])
    expect(heard).toEqual([{ type: 'ice' }])
  })

  it('welcomes only once', () => {
    const { say, sent } = setUp()
    say(hello)
    say(hello)
    expect(sent).toHaveLength(1)
  })

  it.each([
    [100, 1000],
    [7000, 7000],
    [10 ** 9, 60_000],
    ['soon', 5000],
  ])('agrees on a timeout: asked for %j, it is %i', (timeout, negotiatedTimeout) => {
    const { say, sent } = setUp()
    say({ ...hello, timeout })
    expect(sent[0]).toMatchObject({ negotiatedTimeout })
  })

  it.each([{ type: 'msg', body: {} }, { type: 'hello', version: 1 }, 'hello', null])(
    'refuses to begin with %j',
    (message) => {
      const { say, sent, ends } = setUp()
      say(message)
      expect(sent[0]?.type).toBe('bad')
      expect(ends).toEqual(['close 3002'])
    },
  )

  it.each(['', 'no json', '[]', '7', '{"type":"nonsense"}'])('complains about %j and goes on', (frame) => {
    const { connection, say, sent, heard, ends } = setUp()
    say(hello)
    connection.receive(frame)
    expect(sent.at(-1)?.type).toBe('bad')
    say({ type: 'msg', body: 'still here' })
    expect([heard, ends]).toEqual([['still here'], []])
  })

  it('tells what is wrong with a message, and goes on', () => {
    const { say, sent, ends } = setUp()
    say(hello)
    say({ type: 'msg', body: 'malformed' })
    expect(sent.at(-1)).toEqual({ type: 'bad', reason: 'It must be better.' })
    expect(ends).toEqual([])
  })

  it('sends a heartbeat twice per timeout', () => {
    const { timers, say, sent } = setUp()
    say(hello)
    timers.advance(5000)
    expect(sent.filter(({ type }) => type === 'heartbeat')).toHaveLength(2)
  })

  it('gives up a client that is silent for three timeouts, not earlier', () => {
    const { timers, say, ends } = setUp()
    say(hello)
    timers.advance(14_999)
    expect(ends).toEqual([])
    say({ type: 'heartbeat' })
    timers.advance(14_999)
    expect(ends).toEqual([])
    timers.advance(1)
    expect(ends).toEqual(['terminate', 'over'])
  })

  it('gives up a client that never says hello', () => {
    const { timers, ends } = setUp()
    timers.advance(15_000)
    expect(ends).toEqual(['terminate', 'over'])
  })

  it('says a last word and waits for the client to hang up', () => {
    const { timers, connection, say, sent, ends, heard } = setUp()
    say(hello)
    connection.end({ type: 'error', code: 53205 })
    connection.send('too late')
    say({ type: 'msg', body: 'not heard any more' })
    expect(sent.filter(({ type }) => type === 'msg')).toEqual([
      { type: 'msg', body: { type: 'error', code: 53205 } },
    ])
    expect(heard).toEqual([])
    timers.advance(2000)
    expect(ends).toEqual(['terminate', 'over'])
  })

  it('closes when the client says bye', () => {
    const { say, ends } = setUp()
    say(hello)
    say({ type: 'bye' })
    expect(ends).toEqual(['close 1000'])
  })

  it('leaves no timer behind', () => {
    const { timers, connection, say, sent, ends } = setUp()
    say(hello)
    connection.closed()
    connection.closed()
    const before = sent.length
    timers.advance(60_000)
    expect([sent.length, ends]).toEqual([before, ['over']])
  })
})
