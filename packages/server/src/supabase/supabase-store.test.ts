import { createClient } from '@supabase/supabase-js'
import { describe, expect, it } from 'vitest'
import { supabaseStore } from './supabase-store.ts'

const SECRET = 'sb_secret_somewhere'

/** A store whose Supabase answers like this; it runs through the real supabase-js. */
function storeOn(answer: (request: Request) => Response | Promise<Response>) {
  const client = createClient('https://project.supabase.co', SECRET, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: async (input, init) => answer(new Request(input, init)) },
  })
  return supabaseStore({ client })
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status })
}

describe('the Supabase store', () => {
  it('asks once per verb, with everything in the body', async () => {
    const requests: { url: string; body: unknown }[] = []
    const store = storeOn(async (request) => {
      requests.push({ url: request.url, body: await request.json() })
      return json(200, { status: 'confirmed', joined: [], left: [], completed: false, isRemoved: false })
    })
    const at = new Date('2026-11-22T14:00:00Z')
    await store.settle({ type: 'ended', bookingId: 'b', roomId: 'RM1', at })
    expect(requests).toEqual([
      {
        url: 'https://project.supabase.co/rest/v1/rpc/meetings_settle',
        body: {
          p_booking_id: 'b',
          p_type: 'ended',
          p_room_id: 'RM1',
          p_connection_id: null,
          p_identity: null,
          p_at: '2026-11-22T14:00:00.000Z',
        },
      },
    ])
  })

  it.each([
    ['a key that is none', 401, { message: 'Invalid API key' }, /secret \(service role\) key/],
    [
      'the publishable key',
      401,
      { code: '42501', message: 'permission denied for function meetings_ping' },
      /SUPABASE_SECRET_KEY/,
    ],
    [
      'a database without the functions',
      404,
      { code: 'PGRST202', message: 'Could not find the function' },
      /Run the migration/,
    ],
    [
      'a database without a table',
      404,
      { code: '42P01', message: 'relation does not exist' },
      /Run the migration/,
    ],
  ])('calls %s a mistake in the setup and says what to do', async (_, status, body, hint) => {
    await expect(storeOn(() => json(status, body)).ping()).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      cause: { message: expect.stringMatching(hint) },
    })
  })

  it.each([
    ['a database that is busy', () => json(500, { code: '53300', message: 'too many connections' })],
    ['a gateway that answers with a page', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['an answer of another kind', () => json(200, { entered: 'perhaps' })],
    ['an empty answer', () => new Response(null, { status: 204 })],
    ['no answer at all', () => Promise.reject(new TypeError('fetch failed'))],
  ])('calls %s a failure, without the key in it', async (_, answer) => {
    const error = await storeOn(answer)
      .ping()
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toHaveProperty('code')
    expect((error as Error).message).toMatch(/^supabaseStore: meetings_ping/)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(SECRET)
  })

  it('gives up the request when nobody waits for it any more', async () => {
    let stopped = false
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const store = storeOn(
      (request) =>
        new Promise((_, reject) => {
          arrive()
          request.signal.addEventListener('abort', () => {
            stopped = true
            reject(request.signal.reason)
          })
        }),
    )
    const caller = new AbortController()
    const waiting = store.ping({ signal: caller.signal })
    void arrived.then(() => caller.abort(new Error('nobody waits')))
    await expect(waiting).rejects.toThrow('nobody waits')
    expect(stopped).toBe(true)
  })
})
