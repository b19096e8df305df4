import { expect, it } from 'vitest'
import { sampleOf } from '../../../test/stories/sample-week.ts'
import { createFormats } from '../../i18n/formats.ts'
import { searchBookings } from './search-bookings.ts'

const formats = createFormats('en-US', 'UTC')
const bookings = [
  sampleOf('joinable'),
  { ...sampleOf('later'), hostName: 'Zoë Müller', notes: 'Bring the contract' },
  sampleOf('next-week'),
]
const found = (text: string) => searchBookings(bookings, text, formats).map(({ id }) => id)

it('finds by title, name, notes and date, whatever the case and the accents', () => {
  expect(found('PORTFOLIO')).toEqual(['later'])
  expect(found('zoe muller')).toEqual(['later'])
  expect(found('contract')).toEqual(['later'])
  expect(found('oct 29')).toEqual(['next-week'])
  expect(found('wednesday')).toHaveLength(3)
})

it('needs every word, in any order', () => {
  expect(found('rivera consultation')).toEqual(['joinable'])
  expect(found('rivera portfolio')).toEqual([])
})

it('changes nothing for a text without words', () => {
  expect(searchBookings(bookings, '  ', formats)).toBe(bookings)
})
