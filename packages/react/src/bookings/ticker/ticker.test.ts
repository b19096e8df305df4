import { describe, expect, it, vi } from 'vitest'
import { createTestClock } from '../../testing/test-clock.ts'
import { createTicker, type TimeLabel } from './ticker.ts'

const START = '2026-11-23T09:00:00.000Z'

/** Changes every `ms`, counted from the start. */
function every(ms: number): TimeLabel<number> {
  const since = Date.parse(START)
  const count = (now: number) => Math.floor((now - since) / ms)
  return { at: count, changesAfter: (now) => since + (count(now) + 1) * ms }
}

function setup() {
  const clock = createTestClock(START)
  const after = vi.spyOn(clock, 'after')
  return { clock, after, ticker: createTicker(clock) }
}

describe('the ticker', () => {
  it('wakes a label when it changes, and not before', () => {
    const { clock, ticker } = setup()
    const listener = vi.fn()
    ticker.subscribe(every(60_000), listener)
    clock.advance(59_999)
    expect(listener).not.toHaveBeenCalled()
    clock.advance(1)
    expect(listener).toHaveBeenCalledTimes(1)
    clock.advance(120_000)
    expect(listener).toHaveBeenCalledTimes(3)
  })

  it('wakes only the label that changed', () => {
    const { clock, ticker } = setup()
    const soon = vi.fn()
    const late = vi.fn()
    ticker.subscribe(every(60_000), soon)
    ticker.subscribe(every(600_000), late)
    clock.advance(300_000)
    expect(soon).toHaveBeenCalledTimes(5)
    expect(late).not.toHaveBeenCalled()
  })

  it('keeps one timer, whatever the number of labels, and none when nobody listens', () => {
    const { clock, ticker } = setup()
    const stops = [1, 2, 3].map((minutes) => ticker.subscribe(every(minutes * 60_000), () => {}))
    expect(clock.waiting).toBe(1)
    for (const stop of stops) stop()
    expect(clock.waiting).toBe(0)
  })

  it('sets no timer for a label that never changes', () => {
    const { clock, ticker } = setup()
    ticker.subscribe({ at: () => 'Completed', changesAfter: () => null }, () => {})
    expect(clock.waiting).toBe(0)
  })

  it('never sleeps longer than a timer can count', () => {
    const { clock, after, ticker } = setup()
    const listener = vi.fn()
    const month = 30 * 86_400_000
    ticker.subscribe(every(month), listener)
    expect(Math.max(...after.mock.calls.map(([ms]) => ms))).toBeLessThan(2 ** 31)
    clock.advance(month - 1)
    expect(listener).not.toHaveBeenCalled()
    clock.advance(1)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('reads everything again when the clock was corrected, and keeps the new time', () => {
    const { clock, ticker } = setup()
    const listener = vi.fn()
    ticker.subscribe(every(60_000), listener)
    clock.sync('2026-11-23T09:00:30.000Z', clock.now())
    ticker.refresh()
    expect(listener).toHaveBeenCalledTimes(1)
    clock.advance(30_000)
    expect(listener).toHaveBeenCalledTimes(2)
  })

  it('lets a listener stop listening while it is called', () => {
    const { clock, ticker } = setup()
    const other = vi.fn()
    const stop = ticker.subscribe(every(60_000), () => stop())
    ticker.subscribe(every(60_000), other)
    clock.advance(120_000)
    expect(other).toHaveBeenCalledTimes(2)
  })
})
