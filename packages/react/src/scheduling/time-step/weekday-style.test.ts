import { expect, it } from 'vitest'
import { weekdayStyle } from './weekday-style.ts'

it.each([
  ['en-US', 'short'],
  ['de-DE', 'short'],
  ['fr-FR', 'short'],
  ['ja-JP', 'short'],
  ['ar-EG', 'narrow'],
  ['fa-IR', 'narrow'],
])('writes weekdays so that seven fit side by side: %s', (locale, style) => {
  expect(weekdayStyle(locale)).toBe(style)
})
