import { expect, it } from 'vitest'
import { SAMPLE_MEETING_TYPE } from '../../testing/memory-scheduling.ts'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { type BookingFlowEvent, nextBookingFlow, startBooking } from './booking-flow.ts'

const slot = { start: '2026-11-24T23:30:00.000Z', end: '2026-11-25T00:00:00.000Z' }
const booking = sampleBooking(Date.parse('2026-11-23T09:00:00Z'))
const chosen: BookingFlowEvent = { type: 'type-chosen', meetingType: SAMPLE_MEETING_TYPE }

function after(...events: BookingFlowEvent[]) {
  return events.reduce(nextBookingFlow, startBooking('Europe/Berlin', null, { name: 'Alex' }))
}

it('goes from the type to the time to the form to the end', () => {
  expect(after().at.step).toBe('type')
  expect(after(chosen).at.step).toBe('time')
  expect(after(chosen, { type: 'slot-chosen', slot }).at).toMatchObject({ step: 'form', slot })
  expect(after(chosen, { type: 'slot-chosen', slot }, { type: 'booked', booking }).at.step).toBe('done')
})

it('keeps what was typed over every step, a taken time included', () => {
  const typed: BookingFlowEvent = { type: 'typed', changes: { notes: 'Hello', guestText: 'kim@' } }
  const other = { start: '2026-11-25T10:00:00.000Z', end: '2026-11-25T10:30:00.000Z' }
  const flow = after(
    chosen,
    { type: 'slot-chosen', slot },
    typed,
    { type: 'slot-chosen', slot: other },
    { type: 'went-back' },
    { type: 'went-back' },
    chosen,
  )
  expect(flow.draft).toMatchObject({ name: 'Alex', notes: 'Hello', guestText: 'kim@' })
})

it('shows the day a time is on in the zone of the viewer', () => {
  expect(after(chosen, { type: 'slot-chosen', slot }).date).toBe('2026-11-25')
})

it('begins again with the person, and without what was about the last meeting', () => {
  const flow = after(
    chosen,
    { type: 'slot-chosen', slot },
    { type: 'typed', changes: { notes: 'Hello', guests: ['kim@example.com'] } },
    { type: 'booked', booking },
    { type: 'restarted', moving: null },
  )
  expect(flow).toMatchObject({ at: { step: 'type' }, draft: { name: 'Alex', notes: '', guests: [] } })
})

it.each([
  { type: 'booked', booking },
  { type: 'slot-chosen', slot },
  { type: 'went-back' },
] satisfies BookingFlowEvent[])('ignores $type where it makes no sense', (event) => {
  const flow = after()
  expect(nextBookingFlow(flow, event)).toBe(flow)
})
