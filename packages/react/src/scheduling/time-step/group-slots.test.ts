import { expect, it } from 'vitest'
import { groupSlots } from './group-slots.ts'

const at = (start: string) => ({ start, end: start })

it('groups by the hour of the viewer, and leaves out what is empty', () => {
  const slots = [at('2026-11-24T10:30:00Z'), at('2026-11-24T11:00:00Z'), at('2026-11-24T17:00:00Z')]
  expect(groupSlots(slots, 'Europe/Berlin', 'en-US').map(({ part, times }) => [part, times.length])).toEqual([
    ['morning', 1],
    ['afternoon', 1],
    ['evening', 1],
  ])
  expect(groupSlots(slots, 'UTC', 'en-US').map(({ part }) => part)).toEqual(['morning', 'afternoon'])
})

it('writes 12 or 24 hours as the language does', () => {
  const label = (locale: string) =>
    groupSlots([at('2026-11-24T14:00:00Z')], 'UTC', locale)[0]?.times[0]?.label
  expect([label('en-US'), label('de')]).toEqual(['2:00 PM', '14:00'])
})

it('tells the two times apart that the clock shows twice', () => {
  const slots = [
    at('2026-10-24T23:00:00Z'),
    at('2026-10-25T00:30:00Z'),
    at('2026-10-25T01:30:00Z'),
    at('2026-10-25T02:00:00Z'),
  ]
  const labels = groupSlots(slots, 'Europe/Berlin', 'en-GB').flatMap(({ times }) => times.map((t) => t.label))
  expect(labels).toEqual(['01:00', '02:30 CEST', '02:30 CET', '03:00'])
})
