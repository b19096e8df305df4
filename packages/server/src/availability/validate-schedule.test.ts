import { describe, expect, it } from 'vitest'
import type { HostSchedule } from './host-schedule.ts'
import { validateSchedule } from './validate-schedule.ts'

const SOUND: HostSchedule = {
  timeZone: 'Asia/Kathmandu',
  weekly: [
    { weekday: 1, from: '12:00', to: '24:00' },
    { weekday: 1, from: '00:00', to: '12:00' },
    { weekday: 7, from: '09:00', to: '17:00' },
  ],
  overrides: [
    { date: '2028-02-29', intervals: [] },
    { date: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }] },
  ],
  timeOff: [{ from: '2026-12-25', to: '2026-12-25' }],
}

const problemsOf = (change: Partial<HostSchedule>) =>
  validateSchedule({ ...SOUND, ...change }).map(({ path, message }) => `${path} ${message}`)

describe('a schedule', () => {
  it('is fine with hours that touch, a whole day off and a leap day', () => {
    expect(validateSchedule(SOUND)).toEqual([])
  })

  it('may be empty', () => {
    expect(problemsOf({ timeZone: 'UTC', weekly: [], overrides: [], timeOff: [] })).toEqual([])
  })

  it.each(['Europe/Atlantis', 'Berlin time', '', '+02:00', '-0330'])(
    'needs a named time zone, not %j',
    (timeZone) => {
      expect(problemsOf({ timeZone })).toEqual([
        'timeZone must be the name of a time zone, such as Europe/Berlin',
      ])
    },
  )

  it.each([0, 8, 1.5])('has no weekday %s', (weekday) => {
    const weekly = [{ weekday, from: '09:00', to: '10:00' }]
    expect(problemsOf({ weekly })).toEqual(['weekly.0.weekday must be 1 (Monday) to 7 (Sunday)'])
  })

  it.each([
    ['9:00', '10:00', 'from must be a time from 00:00 to 23:59'],
    ['24:00', '24:00', 'from must be a time from 00:00 to 23:59'],
    ['09:00', '24:01', 'to must be a time from 00:01 to 24:00'],
    ['09:00', '10:60', 'to must be a time from 00:01 to 24:00'],
    ['09:00', '09:00', 'to must be after from'],
    ['22:00', '06:00', 'to must be after from'],
  ])('has no hours from %s to %s', (from, to, problem) => {
    const weekly = [{ weekday: 1, from, to }]
    expect(problemsOf({ weekly })).toEqual([`weekly.0.${problem}`])
    const overrides = [{ date: '2026-12-24', intervals: [{ from, to }] }]
    expect(problemsOf({ overrides })).toEqual([`overrides.0.intervals.0.${problem}`])
  })

  it('has no hours that overlap on one day, next to each other in the list or not', () => {
    const weekly = [
      { weekday: 2, from: '09:00', to: '18:00' },
      { weekday: 3, from: '10:00', to: '11:00' },
      { weekday: 2, from: '10:00', to: '11:00' },
      { weekday: 2, from: '17:59', to: '19:00' },
    ]
    expect(problemsOf({ weekly })).toEqual([
      'weekly.2.from must not overlap 09:00 to 18:00 of the same day',
      'weekly.3.from must not overlap 09:00 to 18:00 of the same day',
    ])
    const intervals = weekly.map(({ from, to }) => ({ from, to })).slice(0, 2)
    expect(problemsOf({ overrides: [{ date: '2026-12-24', intervals }] })).toEqual([
      'overrides.0.intervals.1.from must not overlap 09:00 to 18:00 of the same day',
    ])
  })

  it.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00'])(
    'has no date %s',
    (date) => {
      const wrong = 'must be a date of the calendar, written YYYY-MM-DD'
      expect(problemsOf({ overrides: [{ date, intervals: [] }] })).toEqual([`overrides.0.date ${wrong}`])
      expect(problemsOf({ timeOff: [{ from: date, to: '2026-12-31' }] })).toContain(`timeOff.0.from ${wrong}`)
      expect(problemsOf({ timeOff: [{ from: '2026-01-01', to: date }] })).toEqual([`timeOff.0.to ${wrong}`])
    },
  )

  it('says each date once, and ends time off no earlier than it begins', () => {
    const overrides = ['2026-12-24', '2026-12-24'].map((date) => ({ date, intervals: [] }))
    expect(problemsOf({ overrides })).toEqual(['overrides.1.date must not be listed twice'])
    expect(problemsOf({ timeOff: [{ from: '2026-12-25', to: '2026-12-24' }] })).toEqual([
      'timeOff.0.to must not be before from',
    ])
  })

  it('tells every problem at once', () => {
    expect(
      problemsOf({
        timeZone: 'nowhere',
        weekly: [{ weekday: 9, from: 'noon', to: 'late' }],
        timeOff: [{ from: 'today', to: 'tomorrow' }],
      }),
    ).toHaveLength(6)
  })
})
