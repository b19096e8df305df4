import { expect, it } from 'vitest'
import { calendarLink } from './calendar-links.ts'

const times = { startTime: '2025-10-22T14:00:00.000Z', endTime: '2025-10-22T14:30:00.000Z' }
const entry = {
  title: 'Q&A + tea, with Zoë',
  description: 'Line 1\nLine 2',
  url: 'https://app.example/m?id=1',
}
const fieldsOf = (link: string) => Object.fromEntries(new URL(link).searchParams)

it('gives Google the times in UTC and the words as they are', () => {
  const link = calendarLink('google', times, entry)
  expect(link).toContain('dates=20251022T140000Z%2F20251022T143000Z')
  expect(fieldsOf(link)).toMatchObject({
    action: 'TEMPLATE',
    text: entry.title,
    details: 'Line 1\nLine 2\n\nhttps://app.example/m?id=1',
    location: entry.url,
  })
})

it.each([
  ['outlook', 'https://outlook.live.com/calendar/0/action/compose'],
  ['office365', 'https://outlook.office.com/calendar/0/action/compose'],
] as const)('gives %s the same, and spaces it can read', (service, address) => {
  const link = calendarLink(service, times, entry)
  expect(link.startsWith(`${address}?`)).toBe(true)
  expect(link).not.toContain('+')
  expect(fieldsOf(link)).toMatchObject({
    rru: 'addevent',
    subject: entry.title,
    startdt: '2025-10-22T14:00:00Z',
    enddt: '2025-10-22T14:30:00Z',
  })
})

it('leaves out what there is nothing to say for', () => {
  expect(
    Object.keys(fieldsOf(calendarLink('google', times, { title: 'T', description: '', url: null }))),
  ).toEqual(['action', 'text', 'dates'])
})
