import type { BookingDraft, BookingReceipt } from '@meetings/contract'
import { expect, it } from 'vitest'
import type { Answer } from '../../client/meetings-client.ts'
import type { ProblemCode } from '../../client/meetings-problem.ts'
import { createMemoryClient } from '../../testing/memory-client.ts'
import { createMemoryScheduling } from '../../testing/memory-scheduling.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { createBooker } from './create-booker.ts'

const draft: BookingDraft = {
  meetingTypeId: 'consultation',
  startTime: '2026-11-24T10:00:00.000Z',
  customerName: 'Alex',
  timeZone: 'UTC',
}

/** A server whose answers get lost on the way back, and the keys it was sent. */
function setUp() {
  const clock = createTestClock()
  const client = createMemoryClient({ clock })
  const schedule = createMemoryScheduling({ clock, client })
  const keys: string[] = []
  let lost: ProblemCode | null = null
  let made = 0
  const booker = createBooker({
    newKey: () => `key-${++made}`,
    client: {
      async createBooking(sent, options): Promise<Answer<BookingReceipt>> {
        keys.push(options.idempotencyKey)
        const answer = await schedule.createBooking(sent, options)
        if (lost === null) return answer
        const problem = { code: lost, retryable: true }
        lost = null
        return { ok: false, problem }
      },
    },
  })
  const loseNext = (code: ProblemCode = 'NETWORK_UNREACHABLE') => {
    lost = code
  }
  return { booker, schedule, keys, loseNext, bookings: client.getBookings }
}

it('books once although the answer was lost', async () => {
  const { booker, loseNext, keys, bookings } = setUp()
  loseNext()
  expect(await booker.book(draft)).toMatchObject({ ok: false })
  expect(await booker.book(draft)).toMatchObject({ ok: true })
  expect(bookings()).toHaveLength(1)
  expect(new Set(keys).size).toBe(1)
})

it('finds the booking of a lost answer although the draft was changed since', async () => {
  const { booker, loseNext, bookings } = setUp()
  loseNext('INTERNAL')
  await booker.book(draft)
  const changed = { ...draft, startTime: '2026-11-24T11:00:00.000Z' }
  expect(await booker.book(changed)).toMatchObject({
    ok: true,
    value: { booking: { startTime: draft.startTime } },
  })
  expect(bookings()).toHaveLength(1)
})

it('books what was changed when nothing had arrived', async () => {
  const { booker, schedule, bookings } = setUp()
  schedule.failNext('createBooking', { code: 'NETWORK_UNREACHABLE' })
  await booker.book(draft)
  await booker.book({ ...draft, notes: 'Changed' })
  expect(bookings()).toMatchObject([{ notes: 'Changed' }])
})

it('takes a new key after a certain answer', async () => {
  const { booker, schedule, keys } = setUp()
  schedule.take(draft.startTime)
  expect(await booker.book(draft)).toMatchObject({ ok: false, problem: { code: 'SLOT_TAKEN' } })
  await booker.book({ ...draft, startTime: '2026-11-24T11:00:00.000Z' })
  await booker.book({ ...draft, startTime: '2026-11-24T12:00:00.000Z' })
  expect(keys).toEqual(['key-1', 'key-2', 'key-3'])
})
