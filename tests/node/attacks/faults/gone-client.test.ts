import type { BookingStore } from '@meetings/server'
import { memoryStore } from '@meetings/server/testing'
import { describe, expect, it } from 'vitest'
import { BOOKING, BOOKING_ID, USERS, world } from '../../../../packages/server/test/world.ts'
import { watchUncaught } from './watch-uncaught.ts'

/** A server whose store waits for us in the middle of its work, and a caller who can go away. */
function slowWorld(time = '14:10:00') {
  const inner = memoryStore({ bookings: [BOOKING] })
  const arrived: (() => void)[] = []
  let proceed = () => {}
  const gate = new Promise<void>((resolve) => {
    proceed = resolve
  })
  const isAtWork = new Promise<void>((resolve) => arrived.push(resolve))
  const slow = <Call extends unknown[], T>(run: (...call: Call) => Promise<T>) => {
    return async (...call: Call): Promise<T> => {
      const answer = await run(...call)
      arrived[0]?.()
      await gate
      return answer
    }
  }
  const store: BookingStore = {
    ...inner,
    enter: slow(inner.enter),
    leave: slow(inner.leave),
    end: slow(inner.end),
  }
  const there = world({ store, time })
  const gone = new AbortController()
  return {
    ...there,
    isAtWork,
    proceed,
    goAway: () => gone.abort(),
    status: () => inner.get(BOOKING_ID)?.status,
    inside: async () => {
      const { people } = await there.meetings.api.attendance({ bookingId: BOOKING_ID }, { user: USERS.host })
      return people.filter(({ leftAt }) => leftAt === null).length
    },
    call: (path: string, as: 'customer' | 'host') =>
      there.send(path, {
        as,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ booking_id: BOOKING_ID }),
        signal: gone.signal,
      }),
  }
}

describe('a caller who goes away while the store is working', () => {
  watchUncaught()

  it('has launched: they are in as with a lost answer, launching again is the same visit, and leaving ends it', async () => {
    const there = slowWorld()
    const answer = there.call('/launch-video', 'customer')
    await there.isAtWork
    there.goAway()
    there.proceed()
    expect((await answer).status).toBe(200)
    expect([there.status(), await there.inside()]).toEqual(['in_progress', 1])
    expect((await there.post('/launch-video')).status).toBe(200)
    expect(await there.inside()).toBe(1)
    expect(await (await there.post('/leave-video')).json()).toMatchObject({ status: 'completed' })
    expect(await there.inside()).toBe(0)
  })

  it('and never comes back has a meeting that is completed an hour after its end', async () => {
    const there = slowWorld()
    const answer = there.call('/launch-video', 'customer')
    await there.isAtWork
    there.goAway()
    there.proceed()
    await answer
    there.at('16:00:00')
    const page = await (await there.send('/bookings?scope=past')).json()
    expect(page.bookings).toMatchObject([{ id: BOOKING_ID, status: 'completed' }])
  })

  it.each([
    ['/leave-video', 'customer'],
    ['/end-video', 'host'],
  ] as const)('has had %s done all the same', async (path, who) => {
    const there = slowWorld()
    there.proceed()
    await there.post('/launch-video')
    const answer = there.call(path, who)
    there.goAway()
    await answer
    await there.post(path, who)
    expect([there.status(), await there.inside()]).toEqual(['completed', 0])
  })

  it('in the middle of the body gets an answer nobody reads, and changed nothing', async () => {
    const there = slowWorld()
    const gone = new AbortController()
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"booking_id":')),
    })
    const answer = there.send('/launch-video', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: gone.signal,
      duplex: 'half',
    } as RequestInit)
    gone.abort()
    expect((await answer).status).toBe(400)
    expect(there.status()).toBe('confirmed')
  })
})
