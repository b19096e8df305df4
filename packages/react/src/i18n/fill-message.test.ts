import { describe, expect, it } from 'vitest'
import { fillMessage } from './fill-message.ts'

describe('fillMessage', () => {
  it('puts each value into its place, wherever the language wants it', () => {
    expect(fillMessage('Hat {relative} begonnen', { relative: 'vor 3 Minuten' })).toBe(
      'Hat vor 3 Minuten begonnen',
    )
  })

  it('fills a place that occurs twice', () => {
    expect(fillMessage('{a} and {a}', { a: 'x' })).toBe('x and x')
  })

  it('leaves a place without a value as it is', () => {
    expect(fillMessage('At {date}', {})).toBe('At {date}')
  })

  it('does not fill places inside a value', () => {
    expect(fillMessage('with {person}', { person: '{date}' })).toBe('with {date}')
  })
})
