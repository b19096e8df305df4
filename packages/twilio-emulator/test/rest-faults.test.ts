import { describe, expect, it } from 'vitest'
import { credentials } from './signaling-client.ts'
import { start } from './start.ts'

async function setUp() {
  const emulator = await start()
  const authorization = `Basic ${btoa(`${credentials.apiKeySid}:${credentials.apiKeySecret}`)}`
  const list = (init: RequestInit = {}) =>
    fetch(`${emulator.url}/v1/Rooms`, { headers: { authorization }, ...init })
  return { emulator, list }
}

describe('the REST API, when a failure is asked for', () => {
  it('refuses the next calls in Twilio’s shape, and then goes on', async () => {
    const { emulator, list } = await setUp()
    emulator.simulate.failRest({ status: 429, retryAfterSeconds: 3 }, { status: 503, code: 53000 })
    const [first, second, third] = [await list(), await list(), await list()]
    expect([first.status, second.status, third.status]).toEqual([429, 503, 200])
    expect(first.headers.get('retry-after')).toBe('3')
    expect(await first.json()).toMatchObject({ code: 20429, status: 429 })
    expect(await second.json()).toMatchObject({ code: 53000 })
  })

  it('answers like a proxy that knows nothing of Twilio', async () => {
    const { emulator, list } = await setUp()
    emulator.simulate.failRest({ status: 502, body: '<h1>Bad Gateway</h1>' })
    const response = await list()
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toBe('<h1>Bad Gateway</h1>')
  })

  it('cuts a call off', async () => {
    const { emulator, list } = await setUp()
    emulator.simulate.failRest('cut')
    await expect(list()).rejects.toThrow('fetch failed')
    expect((await list()).status).toBe(200)
  })

  it('leaves a call without an answer, until the emulator is closed', async () => {
    const { emulator, list } = await setUp()
    emulator.simulate.failRest('silence')
    const calls = [list(), list()]
    expect((await Promise.any(calls)).status).toBe(200)
    await emulator.close()
    const outcomes = (await Promise.allSettled(calls)).map(({ status }) => status)
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('forgets its failures when it is reset', async () => {
    const { emulator, list } = await setUp()
    emulator.simulate.failRest({ status: 500 })
    emulator.reset()
    expect((await list()).status).toBe(200)
  })
})
