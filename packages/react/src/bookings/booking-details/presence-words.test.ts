import { expect, it } from 'vitest'
import { sampleOf } from '../../../test/stories/sample-week.ts'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { presenceWords } from './presence-words.ts'

const booking = sampleOf('in-progress')
const wordsFor = (changes: Partial<typeof booking>) =>
  presenceWords({ ...booking, ...changes }, enBookingActions)

it('tells the customer whether the host is there', () => {
  expect(wordsFor({ presence: { hostIsIn: false, others: 0 } })).toBe('Your host has not joined yet.')
  expect(wordsFor({ presence: { hostIsIn: true, others: 1 } })).toBe('Priya Natarajan is waiting for you.')
})

it('tells the host who waits', () => {
  const viewerRole = 'host' as const
  expect(wordsFor({ viewerRole, presence: { hostIsIn: false, others: 0 } })).toBeNull()
  expect(wordsFor({ viewerRole, presence: { hostIsIn: false, others: 1 } })).toBe(
    'Alex Morgan is waiting for you.',
  )
  expect(wordsFor({ viewerRole, presence: { hostIsIn: false, others: 3 } })).toBe('People waiting for you: 3')
})

it('says nothing when the server does not know', () => {
  expect(wordsFor({ presence: null })).toBeNull()
})
