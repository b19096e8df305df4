import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { BOOKING, BOOKING_ID, TYPE_ID, type Who, world } from '../../test/world.ts'

const fileOf = (server: ReturnType<typeof world>, as: Who = 'customer', id = BOOKING_ID) =>
  server.send(`/bookings/${id}/calendar.ics`, { as })

/** Read back by a library that has nothing to do with the one that wrote it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent')
  if (component === null) throw new Error('There is no event.')
  return { calendar, component, event: new ICAL.Event(component) }
}

describe('the calendar file of a booking', () => {
  it('is an attachment that nobody keeps but its owner', async () => {
    const response = await fileOf(world())
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': 'attachment; filename="meeting.ics"',
      'cache-control': 'no-store',
    })
  })

  it('says when, what and with whom', async () => {
    const text = await (await fileOf(world({ publicUrl: 'https://user:pass@meet.example.org/app' }))).text()
    const { calendar, component, event } = read(text)
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(event.uid).toBe(`${BOOKING_ID}@meetings`)
    expect(event.startDate.toString()).toBe('2026-11-22T14:00:00Z')
    expect(event.endDate.toString()).toBe('2026-11-22T15:00:00Z')
    expect([event.summary, event.description]).toEqual([
      'Consultation',
      'Hana Host, Carl Customer, Lou Guest',
    ])
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(component.getFirstPropertyValue('url')).toBe('https://meet.example.org/app')
    expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-22T14:00:00Z')
    const alarm = component.getFirstSubcomponent('valarm')
    expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT15M')
  })

  it('keeps its UID and raises its SEQUENCE when the booking is moved, then takes it out', async () => {
    const server = world({ time: '12:00:00' })
    const start = (time: string) => ({ start_time: `2026-11-23T${time}:00.000Z` })
    const draft = { meeting_type_id: TYPE_ID, customer_name: 'Carl', time_zone: 'UTC', ...start('09:00') }
    const { id } = (await (await server.postJson('/bookings', draft)).json()).booking
    const seen = async () => {
      const { calendar, component, event } = read(await (await fileOf(server, 'customer', id)).text())
      return [
        event.uid,
        event.sequence,
        component.getFirstPropertyValue('status'),
        calendar.getFirstPropertyValue('method'),
        component.getAllSubcomponents('valarm').length,
      ]
    }
    expect(await seen()).toEqual([`${id}@meetings`, 0, 'CONFIRMED', 'PUBLISH', 1])
    await server.postJson(`/bookings/${id}/reschedule`, start('10:00'))
    expect(await seen()).toEqual([`${id}@meetings`, 1, 'CONFIRMED', 'PUBLISH', 1])
    await server.postJson(`/bookings/${id}/cancel`, {})
    expect(await seen()).toEqual([`${id}@meetings`, 2, 'CANCELLED', 'CANCEL', 0])
  })

  it.each(['customer', 'host', 'guest', 'admin'] as const)("holds nobody's address, for %s", async (who) => {
    const text = await (await fileOf(world(), who)).text()
    expect(text.match(/[\w.-]+@[\w.-]+/g)).toEqual([`${BOOKING_ID}@meetings`, 'nobody@meetings.invalid'])
    expect(text).not.toContain('ATTENDEE')
  })

  it.each(['stranger', 'unverified', 'otherAdmin'] as const)('is not for %s', async (who) => {
    expect((await fileOf(world(), who)).status).toBe(404)
  })

  it('is also there where nothing can be booked', async () => {
    expect((await fileOf(world({ bookable: false }))).status).toBe(200)
  })

  it.each([
    'Comma, semicolon; backslash \\ "quoted"',
    'Two\r\nBEGIN:VALARM\r\nlines',
    'Sehr lange Wörter '.repeat(20),
    '会議の名前がとても長い場合'.repeat(12),
    '👩‍👩‍👧‍👦'.repeat(20),
  ])('escapes and folds %j so that it can be read back', async (name) => {
    const booking = { meetingTypeName: name, hostName: name, metadata: {} }
    const text = await (await fileOf(world({ booking }))).text()
    const oneLine = name.replace(/\s+/g, ' ').trim()
    const { event, calendar, component } = read(text)
    expect(event.summary).toBe(oneLine)
    expect(event.description).toBe(`${oneLine}, ${BOOKING.customerName}`)
    expect(component.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe(
      oneLine.replaceAll('"', "'").replaceAll('\\', ''),
    )
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1)
    expect(component.getAllSubcomponents('valarm')).toHaveLength(1)
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })
})
