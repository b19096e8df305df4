import { describe, expect, it } from 'vitest'
import { BOOKING, BOOKING_ID, world } from '../../test/world.ts'

describe('listing bookings', () => {
  it("holds the caller's bookings with the role and the join window", async () => {
    const { send } = world({ time: '12:00:00', joinWindow: { opensMinutesBefore: 30 } })
    const response = await send('/bookings')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      bookings: [
        {
          ...BOOKING,
          metadata: {},
          guests: [{ name: 'Lou Guest', email: 'lou@example.org' }],
          hosts: [],
          notes: null,
          answers: {},
          customerTimeZone: null,
          cancellation: null,
          sequence: 0,
          changeableUntil: '2026-11-22T14:00:00.000Z',
          presence: null,
          viewerRole: 'customer',
          joinWindow: { opensAt: '2026-11-22T13:30:00.000Z', closesAt: '2026-11-22T15:00:00.000Z' },
        },
      ],
      nextCursor: null,
      serverTime: '2026-11-22T12:00:00.000Z',
    })
  })

  it.each([
    ['14:59:59.999', 1, 0],
    ['15:00:00.000', 0, 1],
  ])('moves a meeting from upcoming to past at its end: %s', async (time, upcoming, past) => {
    const { send } = world({ time })
    const count = async (scope: string) =>
      (await (await send(`/bookings?scope=${scope}`)).json()).bookings.length
    expect([await count('upcoming'), await count('past')]).toEqual([upcoming, past])
  })

  it('keeps a meeting upcoming as long as it can be joined', async () => {
    const { send } = world({ time: '15:05:00', joinWindow: { closesMinutesAfter: 10 } })
    expect((await (await send('/bookings')).json()).bookings).toHaveLength(1)
  })

  it('completes what was forgotten an hour after its end', async () => {
    const { send, post, at, store } = world()
    await post('/launch-video')
    at('15:59:59.999')
    await send('/bookings')
    expect(store.get(BOOKING_ID)?.status).toBe('in_progress')
    at('16:00:00')
    await send('/bookings')
    expect(store.get(BOOKING_ID)?.status).toBe('completed')
  })

  it('pages with a cursor that survives a URL', async () => {
    const { send, store } = world({ time: '12:00:00' })
    for (let number = 2; number <= 5; number++)
      store.put({ ...BOOKING, id: `${BOOKING_ID.slice(0, -1)}${number}` })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await (await send(`/bookings?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).json()
      seen.push(...page.bookings.map(({ id }: { id: string }) => id.at(-1)))
      cursor = page.nextCursor
      expect(cursor ?? '').toMatch(/^[\w-]*$/)
    }
    expect(seen).toEqual(['1', '2', '3', '4', '5'])
  })

  it.each([
    'scope=everything',
    'limit=0',
    'limit=101',
    'limit=2.5',
    'limit=many',
    'cursor=nonsense',
    `cursor=${btoa('["2026-11-22T14:00:00Z","x"]')}`,
    `cursor=${'x'.repeat(513)}`,
    'unknown=1',
    '__proto__=1',
  ])('refuses %s', async (query) => {
    const response = await world().send(`/bookings?${query}`)
    expect(response.status).toBe(422)
    expect((await response.json()).details.fields).toHaveLength(1)
  })
})
