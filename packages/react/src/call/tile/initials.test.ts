import { describe, expect, it } from 'vitest'
import { hueOf } from './hue-of.ts'
import { initialsOf } from './initials.ts'

describe('initials', () => {
  it.each([
    ['Sam Rivera', 'SR'],
    ['priya venkata natarajan', 'PN'],
    ['Mei', 'M'],
    ['  Jonas   Weber ', 'JW'],
    ['Ольга Петрова', 'ОП'],
    ['山田 太郎', '山太'],
    ['e\u0301milie zola', 'E\u0301Z'],
    ['👩🏽‍🚀 Kim', '👩🏽‍🚀K'],
    ['', ''],
  ])('of "%s" are "%s"', (name, initials) => {
    expect(initialsOf(name, 'en')).toBe(initials)
  })
})

describe('the hue of a person', () => {
  it('is the same every time and within the circle', () => {
    expect(hueOf('IDENTITY-1')).toBe(hueOf('IDENTITY-1'))
    for (const identity of ['', 'a', '🦊', 'x'.repeat(500)]) {
      expect(hueOf(identity)).toBeGreaterThanOrEqual(0)
      expect(hueOf(identity)).toBeLessThan(360)
    }
  })

  it('differs clearly for identities that hardly differ', () => {
    const distance = Math.abs(hueOf('user-1') - hueOf('user-2'))
    expect(Math.min(distance, 360 - distance)).toBeGreaterThan(60)
  })
})
