import { describe, expect, it } from 'vitest'
import { manualTimers } from '../clock/manual-timers.ts'
import { InOrder } from './in-order.ts'

function setUp() {
  const timers = manualTimers()
  const done: string[] = []
  const order = new InOrder({ timers, now: timers.now })
  const push = (delay: number, name: string) => order.push(delay, () => void done.push(name))
  return { timers, done, order, push }
}

describe('messages in order', () => {
  it('come at once without a delay', () => {
    const { done, push } = setUp()
    push(0, 'first')
    expect(done).toEqual(['first'])
  })

  it('come after their delay, not one delay after the other', () => {
    const { timers, done, push } = setUp()
    push(100, 'first')
    timers.advance(50)
    push(100, 'second')
    timers.advance(50)
    expect(done).toEqual(['first'])
    timers.advance(50)
    expect(done).toEqual(['first', 'second'])
  })

  it('never overtake each other when the delay ends', () => {
    const { timers, done, push } = setUp()
    push(100, 'first')
    push(0, 'second')
    expect(done).toEqual([])
    timers.advance(100)
    expect(done).toEqual(['first', 'second'])
  })

  it('come even when one before them fails', () => {
    const { timers, done, order, push } = setUp()
    order.push(10, () => {
      throw new Error('malformed')
    })
    push(10, 'second')
    timers.advance(10)
    expect(done).toEqual(['second'])
  })
})
