import { expect, it } from 'vitest'
import { listZones, searchZones } from './zones.ts'

const now = Date.parse('2026-07-01T12:00:00Z')
const zones = listZones(now, 'Europe/Berlin')
const found = (text: string) => searchZones(zones, text).map(({ id }) => id)

it('knows the offset of the day, summer time included', () => {
  expect(zones.find(({ id }) => id === 'Europe/Berlin')?.offset).toBe('GMT+2')
})

it('finds a zone by its city, its region and its offset, in any order', () => {
  expect(found('new york')).toEqual(['America/New_York'])
  expect(found('america new_york'.replace('_', ' '))).toContain('America/New_York')
  expect(found('europe gmt+2')).toContain('Europe/Berlin')
  expect(found('zürich')).toEqual(found('zurich'))
  expect(found('nowhere')).toEqual([])
})

it('puts the cities first that begin with what was typed', () => {
  expect(found('ber')[0]).toMatch(/\/Ber/)
})
