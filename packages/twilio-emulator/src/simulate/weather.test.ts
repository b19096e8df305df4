import { describe, expect, it } from 'vitest'
import { manualTimers } from '../clock/manual-timers.ts'
import { Weather } from './weather.ts'

function setUp() {
  const timers = manualTimers()
  return { timers, weather: new Weather(timers) }
}

describe('the weather', () => {
  it('keeps a person away for a time, or until told otherwise', () => {
    const { timers, weather } = setUp()
    weather.keepAway('alice', 100)
    weather.keepAway('bob', Number.POSITIVE_INFINITY)
    weather.keepAway('carol', 0)
    timers.advance(100)
    expect(['alice', 'bob', 'carol'].map((who) => weather.isAway(who))).toEqual([false, true, false])
    weather.comeBack('bob')
    expect(weather.isAway('bob')).toBe(false)
  })

  it('counts the time of a second absence from its own start', () => {
    const { timers, weather } = setUp()
    weather.keepAway('alice', 100)
    timers.advance(50)
    weather.keepAway('alice', 100)
    timers.advance(60)
    expect(weather.isAway('alice')).toBe(true)
  })

  it('delays everybody, and one person differently', () => {
    const { weather } = setUp()
    weather.delay(null, 50)
    weather.delay('alice', 200)
    expect([weather.delayOf('alice'), weather.delayOf('bob'), weather.delayOf(null)]).toEqual([200, 50, 50])
    weather.delay('alice', 0)
    expect(weather.delayOf('alice')).toBe(50)
  })

  it('refuses as often as it was told to, and whom', () => {
    const { weather } = setUp()
    weather.refuse({ code: 53105, identity: 'alice', times: 2 })
    weather.refuse({ code: 53106, identity: null, times: 1 })
    expect(['bob', 'alice', 'alice', 'alice'].map((who) => weather.nextRefusal(who))).toEqual([
      53106,
      53105,
      53105,
      null,
    ])
  })

  it('lets tokens expire that were shown, and no others', () => {
    const { weather } = setUp()
    weather.noteToken('alice', 'old')
    weather.noteToken('bob', 'of bob')
    expect(weather.expireTokens('alice')).toBe(1)
    weather.noteToken('alice', 'new')
    expect(['old', 'new', 'of bob'].map((token) => weather.isExpired(token))).toEqual([true, false, false])
    expect(JSON.stringify(weather)).not.toContain('old')
  })

  it('clears up', () => {
    const { timers, weather } = setUp()
    weather.keepAway('alice', 1000)
    weather.startOutage(1000)
    weather.delay(null, 10)
    weather.refuse({ code: 53105, identity: null, times: 1 })
    weather.beBusy(-1, 3)
    weather.clear()
    expect(weather.isAway('alice') || weather.isDown).toBe(false)
    expect([weather.delayOf('alice'), weather.nextRefusal('alice'), weather.nextBusy()]).toEqual([
      0,
      null,
      null,
    ])
    expect(timers.pending).toBe(0)
  })
})
