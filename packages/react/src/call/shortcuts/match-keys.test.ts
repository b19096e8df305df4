import { describe, expect, it } from 'vitest'
import { describeKeys, matchesKeys, type PressedKeys } from './match-keys.ts'

const press = (key: string, more: Partial<PressedKeys> = {}): PressedKeys => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
})

describe('keys', () => {
  it.each([
    ['m', press('m'), true],
    ['m', press('M', { shiftKey: true }), false],
    ['m', press('m', { ctrlKey: true }), false],
    ['m', press('n'), false],
    ['ctrl+d', press('d', { ctrlKey: true }), true],
    ['ctrl+shift+M', press('M', { ctrlKey: true, shiftKey: true }), true],
    ['?', press('?', { shiftKey: true }), true],
    ['?', press('?'), true],
    ['?', press('?', { ctrlKey: true }), false],
    ['ctrl++', press('+', { ctrlKey: true }), true],
    ['Space', press(' ', { code: 'Space' }), true],
    ['F2', press('F2'), true],
  ] as const)('%s is matched exactly', (keys, pressed, expected) => {
    expect(matchesKeys(keys, pressed)).toBe(expected)
  })

  it('are found by their place where the keyboard writes another script, and only there', () => {
    expect(matchesKeys('m', press('ة', { code: 'KeyM' }))).toBe(true)
    expect(matchesKeys('m', press('ь', { code: 'KeyM' }))).toBe(true)
    // On a French keyboard the key at the place of Q writes a.
    expect(matchesKeys('q', press('a', { code: 'KeyQ' }))).toBe(false)
  })

  it('are described as they stand on the keys', () => {
    expect(['m', 'ctrl+shift+d', 'Space', '?'].map(describeKeys)).toEqual([
      'M',
      'Ctrl + Shift + D',
      'Space',
      '?',
    ])
  })
})
