import { expect, it } from 'vitest'
import { SAMPLE_TYPES } from '../../../test/stories/sample-types.ts'
import { SAMPLE_MEETING_TYPE } from '../../testing/memory-scheduling.ts'
import { emptyDraft } from '../flow/booking-form-draft.ts'
import { checkForm, fieldOfPath, isAddress } from './check-form.ts'
import { draftToSend } from './draft-to-send.ts'

const questions = SAMPLE_TYPES[1]?.questions ?? []
const slot = { start: '2026-11-24T10:00:00.000Z', end: '2026-11-24T10:30:00.000Z' }

it('finds every fault, in the order of the form', () => {
  const draft = { ...emptyDraft(), email: 'alex@', guestText: 'kim', notes: 'x'.repeat(2001) }
  expect([...checkForm(draft, questions).keys()]).toEqual([
    'name',
    'email',
    'answer:company',
    'answer:topic',
    'answer:consent',
    'notes',
    'guests',
  ])
})

it('asks for nothing that is not needed', () => {
  expect(checkForm(emptyDraft({ name: 'Alex' }), []).size).toBe(0)
})

it.each(['a@b.de', ' alex.morgan+x@mail.example.com '])('takes %j for an address', (text) => {
  expect(isAddress(text)).toBe(true)
})

it.each(['', 'a', 'a@b', 'a@b.', 'a b@c.de', 'a@@c.de'])('does not take %j for an address', (text) => {
  expect(isAddress(text)).toBe(false)
})

it('sends what was typed, trimmed, with the guest who was not added yet, without what is empty', () => {
  const draft = { ...emptyDraft({ name: ' Alex ' }), guests: ['a@b.de'], guestText: ' kim@b.de ', notes: ' ' }
  expect(draftToSend(SAMPLE_MEETING_TYPE, slot, 'UTC', draft, null)).toEqual({
    meetingTypeId: 'consultation',
    startTime: slot.start,
    customerName: 'Alex',
    timeZone: 'UTC',
    guests: [{ email: 'a@b.de' }, { email: 'kim@b.de' }],
  })
})

it('knows the field a part of the request came from', () => {
  expect(['guests.0.email', 'answers.topic', 'customer_name', 'start_time'].map(fieldOfPath)).toEqual([
    'guests',
    'answer:topic',
    'name',
    null,
  ])
})
