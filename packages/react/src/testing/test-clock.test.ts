import { expect, it } from 'vitest'
import { createTestClock } from './test-clock.ts'

it('runs timers in the order they fall due, at their time', () => {
  const clock = createTestClock('2026-11-23T09:00:00.000Z')
  const start = clock.now()
  const ran: [string, number][] = []
  const note = (name: string) => ran.push([name, clock.now() - start])
  clock.after(200, () => note('second'))
  clock.after(100, () => {
    note('first')
    clock.after(50, () => note('nested'))
  })
  const cancel = clock.after(120, () => note('cancelled'))
  cancel()
  clock.advance(1160)
  expect(ran).toEqual([
    ['first', 100],
    ['nested', 150],
    ['second', 200],
  ])
  expect(clock.waiting).toBe(0)
})

it('moves to an instant, and takes the server time over', () => {
  const clock = createTestClock('2026-11-23T09:00:00.000Z')
  clock.moveTo('2026-11-23T09:50:00.000Z')
  expect(clock.now()).toBe(Date.parse('2026-11-23T09:50:00.000Z'))
  clock.sync('2026-11-23T10:00:00.000Z', clock.now())
  expect(clock.now()).toBe(Date.parse('2026-11-23T10:00:00.000Z'))
})
