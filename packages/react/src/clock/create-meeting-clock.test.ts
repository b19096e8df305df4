import { describe, expect, it } from 'vitest'
import { createTestClock } from '../testing/test-clock.ts'
import { createMeetingClock } from './create-meeting-clock.ts'

const START = Date.parse('2026-11-23T09:00:00.000Z')
const iso = (ms: number) => new Date(ms).toISOString()

/** Asks, waits `roundTrip`, and hears a server that is `ahead` of this computer. */
function setUp() {
  const base = createTestClock(iso(START))
  const clock = createMeetingClock(base)
  return {
    base,
    clock,
    ask(ahead: number, roundTrip: number, answeredAfter = roundTrip / 2) {
      const askedAt = clock.now()
      const written = iso(base.now() + answeredAfter + ahead)
      base.advance(roundTrip)
      clock.sync(written, askedAt)
    },
    error: (ahead: number) => clock.now() - (base.now() + ahead),
  }
}

describe('the meeting clock', () => {
  it('is the computer’s own before any answer, timers included', () => {
    const { base, clock } = setUp()
    let fired = 0
    clock.after(10, () => {
      fired += 1
    })
    base.advance(10)
    expect([clock.now(), fired]).toEqual([START + 10, 1])
  })

  it.each([300_000, -300_000])('takes over the server’s time when the computer is off by %i ms', (ahead) => {
    const { ask, error } = setUp()
    ask(ahead, 200)
    expect(error(ahead)).toBe(0)
  })

  it('ignores differences that the round trip explains', () => {
    const { ask, clock, base } = setUp()
    ask(0, 400, 400)
    ask(0, 400, 0)
    ask(150, 400)
    expect(clock.now()).toBe(base.now())
  })

  it('is not moved twice by two answers that were asked for before the first correction', () => {
    const { base, clock, error } = setUp()
    const askedAt = clock.now()
    base.advance(200)
    clock.sync(iso(base.now() - 100 + 300_000), askedAt)
    clock.sync(iso(base.now() - 50 + 300_000), askedAt)
    expect(error(300_000)).toBe(0)
  })

  it('ignores what is no time', () => {
    const { clock, base } = setUp()
    clock.sync('soon', clock.now())
    expect(clock.now()).toBe(base.now())
  })
})
