import { describe, expect, it } from 'vitest'
import { enCallAround } from '../../i18n/en/call-around.ts'
import { createFormats } from '../../i18n/formats.ts'
import { type MeetingTimes, momentsOf, timeNotices } from './time-notices.ts'

const END = Date.parse('2026-11-23T10:00:00Z')
const MINUTE = 60_000
const { duration } = createFormats('en-US', 'UTC')
const leave = { label: 'Leave', press: () => {} }
const told = (times: MeetingTimes, now: number) =>
  timeNotices(times, now, { words: enCallAround, duration, leave }).map((notice) => notice.text)
const ends: MeetingTimes = { endsAt: END, next: null }
const next = (minutes: number): MeetingTimes => ({
  endsAt: null,
  next: { id: 'b', name: 'Review', startsAt: END + minutes * MINUTE },
})

describe('the notices of time', () => {
  it.each([
    [-121, []],
    [-120, ['This meeting ends in 2 minutes.']],
    [-61, ['This meeting ends in 2 minutes.']],
    [-60, ['This meeting ends in 1 minute.']],
    [-1, ['This meeting ends in 1 minute.']],
    [0, ['The scheduled time is over. You can go on, or leave.']],
    [3600, ['The scheduled time is over. You can go on, or leave.']],
  ])('%i seconds after the end say %j', (seconds, texts) => {
    expect(told(ends, END + seconds * 1000)).toEqual(texts)
  })

  it.each([
    [6, []],
    [5, ['Your next meeting, Review, starts in 5 minutes.']],
    [1, ['Your next meeting, Review, starts in 1 minute.']],
    [0, ['Your next meeting, Review, has begun.']],
    [-4, ['Your next meeting, Review, has begun.']],
    [-5, []],
  ])('%i minutes before the next meeting say %j', (minutes, texts) => {
    expect(told(next(minutes), END)).toEqual(texts)
  })

  it('say nothing of a call that has neither', () => {
    expect(told({ endsAt: null, next: null }, END)).toEqual([])
    expect(momentsOf({ endsAt: null, next: null })).toEqual([])
  })

  it('change at the moments that are named, and at no other', () => {
    const times: MeetingTimes = { endsAt: END, next: { id: 'b', name: 'Review', startsAt: END + 90_000 } }
    const moments = new Set(momentsOf(times))
    for (let now = END - 10 * MINUTE; now < END + 10 * MINUTE; now += 10_000) {
      if (moments.has(now)) continue
      expect(told(times, now)).toEqual(told(times, now - 10_000))
    }
  })

  it('let a person leave or stay at the end', () => {
    const [notice] = timeNotices(ends, END, { words: enCallAround, duration, leave })
    expect(notice).toMatchObject({ button: leave, canHide: true, hideLabel: 'Stay' })
  })
})
