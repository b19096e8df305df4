import type { Moderation } from '@meetings/contract'
import { describe, expect, it } from 'vitest'
import { settled } from '../../../test/call-for-tests.ts'
import { createCallView } from '../../provider/call-view.ts'
import { createMemoryClient } from '../../testing/memory-client.ts'
import { createMemoryModeration } from '../../testing/memory-moderation.ts'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { showDoor } from './show-door.ts'
import { watchDoor } from './watch-door.ts'

const ROBIN = { identity: 'robin', name: 'Robin', role: 'guest' as const }

function setUp() {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { viewerRole: 'host' })
  const hosting = createMemoryModeration({
    clock,
    client: createMemoryClient({ clock, bookings: [booking] }),
  })
  const view = createCallView()
  let changes = 0
  view.subscribe(() => {
    changes += 1
  })
  return {
    ...{ clock, hosting, view, bookingId: booking.id },
    watch: (moderation: () => Promise<typeof hosting> = async () => hosting) =>
      watchDoor({ bookingId: booking.id, moderation, clock, view }),
    asked: () => hosting.calls.filter(({ verb }) => verb === 'readModeration').length,
    changes: () => changes,
    async pass(ms: number) {
      clock.advance(ms)
      await settled()
    },
  }
}

describe('the watch at the door', () => {
  it('asks at once and every five seconds, and tells only what changed', async () => {
    const { watch, asked, changes, pass, hosting, bookingId, view } = setUp()
    watch()
    await settled()
    expect([asked(), view.get().door]).toEqual([1, { isLocked: false, waiting: [], removed: [] }])
    await pass(4_999)
    expect(asked()).toBe(1)
    await pass(1)
    expect([asked(), changes()]).toEqual([2, 1])
    hosting.setWaiting(bookingId, [ROBIN])
    await pass(5_000)
    expect([view.get().door?.waiting, changes()]).toMatchObject([[ROBIN], 2])
  })

  it.each(['ROUTE_NOT_FOUND', 'ACTION_FORBIDDEN'] as const)(
    'asks no more where the answer is %s',
    async (code) => {
      const { watch, asked, pass, hosting, view } = setUp()
      hosting.failNext('readModeration', { code, retryable: false })
      watch()
      await pass(600_000)
      expect([asked(), view.get().door]).toEqual([1, null])
    },
  )

  it('asks a server in trouble ever more rarely, keeps what it knew, and is quick again afterwards', async () => {
    const { watch, asked, pass, hosting, bookingId, view } = setUp()
    hosting.setWaiting(bookingId, [ROBIN])
    watch()
    await settled()
    for (const _ of [1, 2]) hosting.failNext('readModeration', { code: 'STORE_UNAVAILABLE' })
    await pass(5_000)
    await pass(9_999)
    expect(asked()).toBe(2)
    await pass(1)
    expect(asked()).toBe(3)
    await pass(19_999)
    expect(asked()).toBe(3)
    expect(view.get().door?.waiting).toHaveLength(1)
    await pass(1)
    await pass(5_000)
    expect(asked()).toBe(5)
  })

  it('goes on when its code could not be fetched, and for one who is signed out for a moment', async () => {
    const { watch, asked, pass, hosting } = setUp()
    let isOnline = false
    watch(async () => {
      if (!isOnline) throw new Error('offline')
      return hosting
    })
    await settled()
    isOnline = true
    hosting.failNext('readModeration', { code: 'UNAUTHENTICATED', retryable: false })
    await pass(10_000)
    await pass(20_000)
    expect(asked()).toBe(2)
  })

  it('drops an answer that is older than a decision', async () => {
    const { clock, view, bookingId } = setUp()
    const before: Moderation = {
      ...{ bookingId, isLocked: false, removed: [], serverTime: '' },
      waiting: [{ ...ROBIN, since: '' }],
    }
    let answer = (_: { ok: true; value: Moderation }) => {}
    const slow = {
      readModeration: () =>
        new Promise<{ ok: true; value: Moderation }>((resolve) => {
          answer = resolve
        }),
    }
    watchDoor({ bookingId, moderation: async () => slow, clock, view })
    await settled()
    showDoor(view, { ...before, waiting: [] })
    answer({ ok: true, value: before })
    await settled()
    expect(view.get().door?.waiting).toEqual([])
  })

  it('is silent once it is stopped', async () => {
    const { watch, asked, pass, view } = setUp()
    const stop = watch()
    stop()
    await pass(60_000)
    expect([asked(), view.get().door]).toEqual([1, null])
  })
})
