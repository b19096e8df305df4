import { expect, it } from 'vitest'
import { createFakePage } from '../../testing/fake-page.ts'
import { createMemoryClient } from '../../testing/memory-client.ts'
import { createMemoryScheduling } from '../../testing/memory-scheduling.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { createHoldKeeper } from './hold-keeper.ts'

const SLOT = '2026-11-24T10:00:00.000Z'
const OTHER = '2026-11-24T11:00:00.000Z'
const MINUTE = 60_000

function setUp() {
  const clock = createTestClock()
  const page = createFakePage()
  const schedule = createMemoryScheduling({ clock, client: createMemoryClient({ clock }) })
  const keeper = createHoldKeeper({ client: schedule, clock, page })
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  const keep = async (start = SLOT) => {
    keeper.keep('consultation', start)
    await settle()
  }
  return { clock, page, schedule, keeper, settle, keep }
}

it('keeps a slot, and moves the hold with the choice', async () => {
  const { schedule, keeper, keep } = setUp()
  await keep()
  expect(keeper.getState()).toMatchObject({ status: 'kept', minutesLeft: null })
  await keep(OTHER)
  expect(schedule.holds).toMatchObject([{ startTime: OTHER }])
})

it('says when two minutes are left, one, and none', async () => {
  const { clock, keeper, keep } = setUp()
  await keep()
  clock.advance(8 * MINUTE - 1)
  expect(keeper.getState()).toMatchObject({ minutesLeft: null })
  clock.advance(1)
  expect(keeper.getState()).toMatchObject({ minutesLeft: 2 })
  clock.advance(MINUTE)
  expect(keeper.getState()).toMatchObject({ minutesLeft: 1 })
  clock.advance(MINUTE)
  expect(keeper.getState()).toEqual({ status: 'expired' })
})

it('takes an ended hold again on request, or says that somebody else has the slot by now', async () => {
  const { clock, schedule, keeper, keep, settle } = setUp()
  await keep()
  clock.advance(10 * MINUTE)
  schedule.failNext('hold', { code: 'NETWORK_UNREACHABLE' })
  keeper.keepAgain()
  await settle()
  expect(keeper.getState()).toEqual({ status: 'expired' })
  keeper.keepAgain()
  await settle()
  expect(keeper.getState()).toMatchObject({ status: 'kept', minutesLeft: null })
  clock.advance(10 * MINUTE)
  schedule.take(SLOT)
  keeper.keepAgain()
  await settle()
  expect(keeper.getState()).toMatchObject({ status: 'taken' })
})

it('is extended while somebody types, once a minute at most', async () => {
  const { clock, schedule, keeper, keep, settle } = setUp()
  await keep()
  keeper.touch()
  clock.advance(9 * MINUTE)
  keeper.touch()
  keeper.touch()
  await settle()
  expect(keeper.getState()).toMatchObject({ status: 'kept', minutesLeft: null })
  expect(schedule.calls.filter((verb) => verb === 'hold')).toHaveLength(2)
})

it('gives the slot back when left, but not when somebody comes straight back', async () => {
  const { clock, schedule, keeper, keep, settle } = setUp()
  await keep()
  keeper.leave()
  await keep()
  clock.advance(0)
  await settle()
  expect(schedule.holds).toHaveLength(1)
  keeper.leave()
  clock.advance(0)
  await settle()
  expect(schedule.holds).toHaveLength(0)
})

it('gives back a slot whose answer came after it was left', async () => {
  const { clock, schedule, keeper, keep, settle } = setUp()
  const answer = schedule.pause('hold')
  await keep()
  keeper.leave()
  clock.advance(0)
  answer()
  await settle()
  expect(schedule.holds).toHaveLength(0)
  expect(keeper.getState()).toEqual({ status: 'none' })
})

it('tells what is free nearby when somebody else has the slot', async () => {
  const { schedule, keeper, keep } = setUp()
  schedule.take(SLOT)
  await keep()
  expect(keeper.getState()).toMatchObject({ status: 'taken' })
  const state = keeper.getState()
  expect(state.status === 'taken' && state.nearest.length).toBe(6)
})

it('says nothing when a hold fails for another reason: booking may still work', async () => {
  const { schedule, keeper, keep } = setUp()
  schedule.failNext('hold', { code: 'NETWORK_UNREACHABLE' })
  await keep()
  expect(keeper.getState()).toEqual({ status: 'none' })
})

it('gives nothing back once it is a booking', async () => {
  const { clock, schedule, keeper, keep, settle } = setUp()
  await keep()
  keeper.forget()
  keeper.leave()
  clock.advance(0)
  await settle()
  expect(schedule.calls).not.toContain('releaseHold')
})

it('gives the slot back when the page goes away, and takes it again when the page comes back', async () => {
  const { page, schedule, keeper, keep, settle } = setUp()
  const stop = keeper.watchPage()
  await keep()
  page.hide()
  await settle()
  expect(schedule.holds).toHaveLength(0)
  expect(keeper.getState()).toEqual({ status: 'none' })
  page.comeBack()
  await settle()
  expect(schedule.holds).toMatchObject([{ startTime: SLOT }])
  expect(keeper.getState()).toMatchObject({ status: 'kept' })
  stop()
  expect(page.listening).toBe(0)
})

it('says that somebody else took the slot while the page was away', async () => {
  const { page, schedule, keeper, keep, settle } = setUp()
  keeper.watchPage()
  await keep()
  page.hide()
  schedule.take(SLOT)
  page.comeBack()
  await settle()
  expect(keeper.getState()).toMatchObject({ status: 'taken' })
})

it('asks for nothing when a page comes back on which nothing was chosen or all is booked', async () => {
  const { page, schedule, keeper, keep, settle } = setUp()
  keeper.watchPage()
  page.hide()
  page.comeBack()
  await settle()
  await keep()
  keeper.forget()
  page.hide()
  page.comeBack()
  await settle()
  expect(schedule.calls).toEqual(['hold'])
})
