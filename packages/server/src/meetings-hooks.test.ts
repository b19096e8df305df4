import { describe, expect, it, vi } from 'vitest'
import { BOOKING_ID, TYPE_ID, USERS, world } from '../test/world.ts'
import { MeetingsError } from './errors/meetings-error.ts'
import type { MeetingsHooks } from './meetings-hooks.ts'

const DRAFT = {
  meeting_type_id: TYPE_ID,
  start_time: '2026-11-23T09:00:00Z',
  customer_name: 'Carl Customer',
  time_zone: 'Europe/Berlin',
}

const unpaid = () => {
  throw new MeetingsError('HOST_REFUSED', {
    message: 'Please pay the invoice first.',
    details: { reason: 'unpaid' },
  })
}

/** A server that asks before a launch; `asked` is what the hook was told. */
function asking(decide: () => void | Promise<void>, options: Parameters<typeof world>[0] = {}) {
  const asked: unknown[] = []
  const beforeLaunch: MeetingsHooks['beforeLaunch'] = (about) => {
    asked.push(about)
    return decide()
  }
  return { asked, ...world({ hooks: { beforeLaunch }, ...options }) }
}

const codeOf = async (response: Response) => [response.status, (await response.json()).code]

describe('beforeLaunch', () => {
  it('refuses with a sentence and a reason of its own, and nothing is written', async () => {
    const { post, store, video, asked } = asking(unpaid)
    const response = await post('/launch-video')
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({
      code: 'HOST_REFUSED',
      error: 'Please pay the invoice first.',
      retryable: false,
      details: { reason: 'unpaid' },
    })
    expect(store.get(BOOKING_ID)?.status).toBe('confirmed')
    expect(video.grants).toEqual([])
    expect(asked).toMatchObject([
      { booking: { id: BOOKING_ID, viewerRole: 'customer', status: 'confirmed' }, user: USERS.customer },
    ])
  })

  it('lets in by returning, now or later', async () => {
    expect((await asking(() => {}).post('/launch-video')).status).toBe(200)
    expect((await asking(async () => {}).post('/launch-video')).status).toBe(200)
  })

  it('cannot be gone around by asking for a fresh token', async () => {
    const { post, video } = asking(unpaid)
    expect(await codeOf(await post('/refresh-token'))).toEqual([403, 'HOST_REFUSED'])
    expect(video.grants).toEqual([])
  })

  it('is not asked about somebody who is in and renews', async () => {
    const { post, asked } = asking(() => {})
    await post('/launch-video')
    expect((await post('/refresh-token')).status).toBe(200)
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['strangers', {}, 'stranger', 'BOOKING_NOT_FOUND'],
    ['who comes too early', { time: '13:00:00' }, 'customer', 'JOIN_TOO_EARLY'],
    ['what is over', { time: '15:00:00' }, 'customer', 'BOOKING_ENDED'],
    ['what was cancelled', { booking: { status: 'cancelled' } }, 'customer', 'BOOKING_CANCELLED'],
  ] as const)('is not asked about %s', async (_, options, who, code) => {
    const { post, asked } = asking(unpaid, options)
    expect((await codeOf(await post('/launch-video', who)))[1]).toBe(code)
    expect(asked).toEqual([])
  })

  it('is not asked about who was removed, and is asked about who waits', async () => {
    const { post, postJson, asked } = asking(() => {}, { waitingRoom: 'guests' })
    await post('/launch-video', 'guest')
    expect(asked).toHaveLength(1)
    await postJson('/remove-participant', { booking_id: BOOKING_ID, identity: USERS.guest.id }, 'host')
    expect(await codeOf(await post('/launch-video', 'guest'))).toEqual([403, 'REMOVED_FROM_MEETING'])
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['without a reason', undefined],
    ['with a reason that is no text', { reason: 7 }],
  ])('that refuses %s is answered with one', async (_, details) => {
    const { post } = asking(() => {
      throw new MeetingsError('HOST_REFUSED', { message: 'Not today.', details })
    })
    expect(await (await post('/launch-video')).json()).toMatchObject({
      error: 'Not today.',
      details: { reason: 'unspecified' },
    })
  })

  it('that fails is our fault, and its words stay with us', async () => {
    const errors: unknown[] = []
    const failing = () => Promise.reject(new Error('billing database: password wrong'))
    const { post } = asking(failing, { onError: (error) => errors.push(error.cause) })
    const response = await post('/launch-video')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('billing')
    expect(String(errors[0])).toContain('billing database')
  })

  it('that never answers is not waited for', async () => {
    vi.useFakeTimers()
    try {
      const { post, store } = asking(() => new Promise(() => {}), { timeouts: { authenticateMs: 50 } })
      const response = post('/launch-video')
      await vi.advanceTimersByTimeAsync(60)
      expect(await codeOf(await response)).toEqual([503, 'STORE_UNAVAILABLE'])
      expect(store.get(BOOKING_ID)?.status).toBe('confirmed')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('beforeBook', () => {
  const booking = (decide: () => void) => {
    const asked: unknown[] = []
    const beforeBook: MeetingsHooks['beforeBook'] = (about) => {
      asked.push(about)
      decide()
    }
    return { asked, ...world({ time: '12:00:00', hooks: { beforeBook } }) }
  }

  it('refuses before anything is written', async () => {
    const { postJson, store, asked } = booking(unpaid)
    const before = store.all()
    expect(await codeOf(await postJson('/bookings', DRAFT))).toEqual([403, 'HOST_REFUSED'])
    expect(store.all()).toEqual(before)
    expect(asked).toMatchObject([
      {
        meetingType: { id: TYPE_ID, name: 'Consultation', durationMinutes: 30 },
        user: USERS.customer,
        startTime: DRAFT.start_time,
      },
    ])
  })

  it('is not asked again when a request is repeated that booked', async () => {
    const { postJson, asked } = booking(() => {})
    const once = () => postJson('/bookings', DRAFT, 'customer', { 'idempotency-key': 'key-1' })
    expect((await once()).status).toBe(200)
    const again = await once()
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    expect(asked).toHaveLength(1)
  })

  it('is not asked about a slot that is gone, nor about a kind of meeting that is not there', async () => {
    const { postJson, asked } = booking(unpaid)
    await postJson('/bookings', { ...DRAFT, start_time: '2026-11-23T03:00:00Z' })
    await postJson('/bookings', { ...DRAFT, meeting_type_id: BOOKING_ID })
    expect(asked).toEqual([])
  })
})
