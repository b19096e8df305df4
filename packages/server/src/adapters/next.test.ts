import { describe, expect, it } from 'vitest'
import { BOOKING_ID, world } from '../../test/world.ts'
import { toNextHandlers } from './next.ts'

const url = 'https://app.example.com/api/meetings'
const headers = { authorization: 'Bearer customer', 'content-type': 'application/json' }

describe('the Next adapter', () => {
  it('serves every route from one catch-all route', async () => {
    const { GET, POST, PUT, OPTIONS } = toNextHandlers(world().meetings)
    const body = JSON.stringify({ booking_id: BOOKING_ID })
    expect((await GET(new Request(`${url}/bookings`, { headers }))).status).toBe(200)
    expect((await POST(new Request(`${url}/launch-video`, { method: 'POST', headers, body }))).status).toBe(
      200,
    )
    const hours = JSON.stringify({ time_zone: 'UTC', weekly: [], overrides: [], time_off: [] })
    expect((await PUT(new Request(`${url}/schedule`, { method: 'PUT', headers, body: hours }))).status).toBe(
      200,
    )
    expect((await OPTIONS(new Request(`${url}/bookings`, { method: 'OPTIONS' }))).status).toBe(204)
  })

  it("does not take Next's route params for the context of authenticate", async () => {
    const contexts: unknown[] = []
    const { meetings } = world({
      authenticate: ({ context }) => {
        contexts.push(context)
        return null
      },
    })
    const { GET } = toNextHandlers(meetings) as { GET: (...all: unknown[]) => Promise<Response> }
    await GET(new Request(`${url}/bookings`), { params: { route: ['bookings'] } })
    expect(contexts).toEqual([undefined])
  })

  it('answers 500 in our shape when a function around meetings.fetch fails', async () => {
    const told: unknown[] = []
    const fetchNothing = () => Promise.reject(new Error('of the host'))
    const { GET } = toNextHandlers({ fetch: fetchNothing }, { onError: (error) => void told.push(error) })
    const response = await GET(new Request(url))
    expect([response.status, (await response.json()).code]).toEqual([500, 'INTERNAL'])
    expect(told.map(String)).toEqual(['Error: of the host'])
  })

  it('hands on what the host knows about a request', async () => {
    const contexts: unknown[] = []
    const { meetings } = world({
      authenticate: ({ context }) => {
        contexts.push(context)
        return null
      },
    })
    const { GET } = toNextHandlers(meetings, { context: (request) => new URL(request.url).host })
    await GET(new Request(`${url}/bookings`))
    expect(contexts).toEqual(['app.example.com'])
  })
})
