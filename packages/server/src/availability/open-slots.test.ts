import { describe, expect, it } from 'vitest'
import { ask, berlinHost, daily, range, startsOf } from '../../test/availability/berlin.ts'
import { openSlotAt, openSlots } from './open-slots.ts'

// A Monday in winter: Berlin is an hour ahead of UTC.
const MONDAY = { from: '2026-11-23T00:00Z', to: '2026-11-24T00:00Z' }
const TWO_DAYS = { from: '2026-11-23T00:00Z', to: '2026-11-25T00:00Z' }

describe('opening hours', () => {
  it('give a slot at every step that fits, in the zone of the host', () => {
    const slots = openSlots(ask(MONDAY, berlinHost()))
    expect(startsOf(slots)).toEqual(['11-23 08:00', '11-23 08:30', '11-23 09:00', '11-23 09:30'])
    expect(slots[0]).toEqual({ ...range('2026-11-23T08:00Z/2026-11-23T08:30Z'), hostIds: ['ada'] })
  })

  it('are those of the weekday', () => {
    const weekly = [
      { weekday: 1, from: '09:00', to: '09:30' },
      { weekday: 2, from: '15:00', to: '15:30' },
      { weekday: 7, from: '12:00', to: '12:30' },
    ]
    const week = { from: '2026-11-23T00:00Z', to: '2026-11-30T00:00Z' }
    expect(startsOf(openSlots(ask(week, berlinHost({ weekly }))))).toEqual([
      '11-23 08:00',
      '11-24 14:00',
      '11-29 11:00',
    ])
  })

  it('are replaced for a whole day by an override, in any order of its intervals', () => {
    const intervals = [
      { from: '20:00', to: '20:30' },
      { from: '06:00', to: '06:30' },
    ]
    const host = berlinHost({ overrides: [{ date: '2026-11-23', intervals }] })
    expect(startsOf(openSlots(ask(MONDAY, host)))).toEqual(['11-23 05:00', '11-23 19:00'])
  })

  it('are none on a day whose override has no intervals', () => {
    const host = berlinHost({ overrides: [{ date: '2026-11-23', intervals: [] }] })
    expect(openSlots(ask(MONDAY, host))).toEqual([])
  })

  it('are none from the first to the last day of time off, whatever an override says', () => {
    const host = berlinHost({
      weekly: daily('09:00-09:30'),
      timeOff: [{ from: '2026-11-24', to: '2026-11-25' }],
      overrides: [{ date: '2026-11-25', intervals: [{ from: '09:00', to: '09:30' }] }],
    })
    const days = { from: '2026-11-23T00:00Z', to: '2026-11-27T00:00Z' }
    expect(startsOf(openSlots(ask(days, host)))).toEqual(['11-23 08:00', '11-26 08:00'])
  })

  it('that touch are one: a slot may lie across, and the grid goes on', () => {
    const host = berlinHost({ weekly: daily('09:00-09:50', '09:50-11:00') })
    expect(startsOf(openSlots(ask(MONDAY, host)))).toEqual([
      '11-23 08:00',
      '11-23 08:30',
      '11-23 09:00',
      '11-23 09:30',
    ])
  })

  it('with a break between them have a grid each', () => {
    const host = berlinHost({ weekly: daily('09:00-10:10', '10:15-11:00') })
    expect(startsOf(openSlots(ask(MONDAY, host)))).toEqual(['11-23 08:00', '11-23 08:30', '11-23 09:15'])
  })

  it('go on over midnight', () => {
    const host = berlinHost({ weekly: daily('23:00-24:00', '00:00-01:00') })
    const night = { from: '2026-11-23T20:00Z', to: '2026-11-24T02:00Z' }
    expect(startsOf(openSlots(ask(night, host, { durationMinutes: 50, stepMinutes: 35 })))).toEqual([
      '11-23 22:00',
      '11-23 22:35',
      '11-23 23:10',
    ])
  })

  it('without end begin their grid anew at every midnight of the host', () => {
    const slots = openSlots(
      ask(TWO_DAYS, berlinHost({ weekly: daily('00:00-24:00') }), { durationMinutes: 600, stepMinutes: 600 }),
    )
    expect(startsOf(slots)).toEqual([
      '11-23 09:00', // 10:00 in Berlin
      '11-23 19:00',
      '11-23 23:00', // midnight in Berlin
      '11-24 09:00',
      '11-24 19:00',
      '11-24 23:00',
    ])
  })

  it('that make no sense are none, and take no others with them', () => {
    const weekly = [
      { weekday: 1, from: 'noon', to: 'late' },
      { weekday: 1, from: '8:00', to: '06:00' },
    ]
    const slots = openSlots(ask(MONDAY, berlinHost({ weekly: [...weekly, ...daily('09:00-10:00')] })))
    expect(startsOf(slots)).toEqual(['11-23 08:00', '11-23 08:30'])
  })
})

describe('when the clocks change in Berlin', () => {
  // Forward on March 29, 2026 from 02:00 to 03:00; back on October 25 from 03:00 to 02:00. Both at 01:00 UTC.
  const SPRING = { from: '2026-03-28T22:00Z', to: '2026-03-29T22:00Z' }
  const AUTUMN = { from: '2026-10-24T22:00Z', to: '2026-10-25T22:00Z' }

  it.each([
    ['that begin in the skipped hour begin after it', '02:30-04:00', ['03-29 01:00', '03-29 01:30']],
    ['that end in the skipped hour end before it', '01:00-02:30', ['03-29 00:00', '03-29 00:30']],
    ['within the skipped hour are none', '02:15-02:45', []],
    ['around the skipped hour lose it', '01:30-03:30', ['03-29 00:30', '03-29 01:00']],
  ])('hours %s', (_, hours, starts) => {
    expect(startsOf(openSlots(ask(SPRING, berlinHost({ weekly: daily(hours) }))))).toEqual(starts)
  })

  it.each([
    [
      'that begin in the repeated hour begin when it comes first',
      '02:30-03:30',
      ['10-25 00:30', '10-25 01:00', '10-25 01:30', '10-25 02:00'],
    ],
    [
      'that end in the repeated hour end when it comes last',
      '01:30-02:30',
      ['10-24 23:30', '10-25 00:00', '10-25 00:30', '10-25 01:00'],
    ],
    [
      'that end where the repeated hour begins do not enter it',
      '01:00-02:00',
      ['10-24 23:00', '10-24 23:30'],
    ],
    [
      'that begin where the repeated hour ends do not enter it',
      '03:00-04:00',
      ['10-25 02:00', '10-25 02:30'],
    ],
    [
      'of the repeated hour have it twice',
      '02:00-03:00',
      ['10-25 00:00', '10-25 00:30', '10-25 01:00', '10-25 01:30'],
    ],
  ])('hours %s', (_, hours, starts) => {
    expect(startsOf(openSlots(ask(AUTUMN, berlinHost({ weekly: daily(hours) }))))).toEqual(starts)
  })

  it('a day has 23 or 25 hours of slots', () => {
    const host = berlinHost({ weekly: daily('00:00-24:00') })
    const hourly = { durationMinutes: 60, stepMinutes: 60 }
    const spring = { from: '2026-03-28T23:00Z', to: '2026-03-29T22:00Z' }
    const autumn = { from: '2026-10-24T22:00Z', to: '2026-10-25T23:00Z' }
    expect(openSlots(ask(spring, host, hourly))).toHaveLength(23)
    expect(openSlots(ask(autumn, host, hourly))).toHaveLength(25)
  })
})

describe('when the clocks go back over midnight', () => {
  it('hours without end go over to the next grid once', () => {
    // St. John's, 2010: from 00:01 on November 7 back to 23:01 on the 6th, at 02:31 UTC.
    const host = berlinHost({ timeZone: 'America/St_Johns', weekly: daily('00:00-24:00') })
    const night = { from: '2010-11-07T01:30Z', to: '2010-11-07T04:30Z' }
    const slots = openSlots(ask(night, host, { durationMinutes: 50, stepMinutes: 50 }))
    expect(startsOf(slots)).toEqual(['11-07 01:50', '11-07 02:30', '11-07 03:20', '11-07 04:10'])
  })
})

describe('busy time', () => {
  const busy = [range('2026-11-23T08:30Z/2026-11-23T09:00Z')]

  it('takes what it overlaps and lets slots touch it', () => {
    const slots = openSlots(ask(MONDAY, berlinHost({}, { busy })))
    expect(startsOf(slots)).toEqual(['11-23 08:00', '11-23 09:00', '11-23 09:30'])
  })

  it('does not move the grid', () => {
    const short = [range('2026-11-23T08:05Z/2026-11-23T08:10Z')]
    const slots = openSlots(ask(MONDAY, berlinHost({}, { busy: short })))
    expect(startsOf(slots)).toEqual(['11-23 08:30', '11-23 09:00', '11-23 09:30'])
  })

  it('keeps the buffers of a slot free', () => {
    const host = berlinHost({}, { busy })
    expect(startsOf(openSlots(ask(MONDAY, host, { bufferBeforeMinutes: 1 })))).toEqual([
      '11-23 08:00',
      '11-23 09:30',
    ])
    expect(startsOf(openSlots(ask(MONDAY, host, { bufferAfterMinutes: 1 })))).toEqual([
      '11-23 09:00',
      '11-23 09:30',
    ])
  })

  it('outside the opening hours still meets the buffers, which may reach outside', () => {
    const around = [
      range('2026-11-23T07:00Z/2026-11-23T07:50Z'),
      range('2026-11-23T10:20Z/2026-11-23T11:00Z'),
    ]
    const buffers = { bufferBeforeMinutes: 15, bufferAfterMinutes: 15 }
    expect(startsOf(openSlots(ask(MONDAY, berlinHost({}, { busy: around }), buffers)))).toEqual([
      '11-23 08:30',
      '11-23 09:00',
      '11-23 09:30',
    ])
  })

  it('may come in any order, overlap, and be empty', () => {
    const mess = [
      range('2026-11-23T09:40Z/2026-11-23T09:50Z'),
      range('2026-11-23T07:00Z/2026-11-23T09:10Z'),
      range('2026-11-23T07:30Z/2026-11-23T08:10Z'),
    ]
    expect(openSlots(ask(MONDAY, berlinHost({}, { busy: mess })))).toEqual([])
    const empty = [range('2026-11-23T08:10Z/2026-11-23T08:10Z')]
    expect(openSlots(ask(MONDAY, berlinHost({}, { busy: empty })))).toHaveLength(4)
  })
})

describe('the rules of the meeting type', () => {
  it('ask for notice: a slot starts that long after now or later', () => {
    const input = {
      ...ask(MONDAY, berlinHost(), { minimumNoticeMinutes: 60 }),
      now: Date.parse('2026-11-23T07:30Z'),
    }
    expect(startsOf(openSlots(input))).toEqual(['11-23 08:30', '11-23 09:00', '11-23 09:30'])
    expect(openSlots({ ...input, now: input.now + 1 })).toHaveLength(2)
  })

  it('never offer what has begun', () => {
    const input = { ...ask(MONDAY, berlinHost()), now: Date.parse('2026-11-23T09:00:00.001Z') }
    expect(startsOf(openSlots(input))).toEqual(['11-23 09:30'])
  })

  it("count the furthest date from the host's today", () => {
    const host = berlinHost({ weekly: daily('00:00-00:30', '23:30-24:00') })
    // 00:30 on the 24th in Berlin.
    const input = { ...ask(TWO_DAYS, host, { furthestDays: 0 }), now: Date.parse('2026-11-23T23:30Z') }
    expect(startsOf(openSlots(input))).toEqual(['11-24 22:30'])
    expect(startsOf(openSlots({ ...input, now: input.now - 7_200_000 }))).toEqual(['11-23 22:30'])
  })

  it('leave nothing of the furthest date out when it has 25 hours', () => {
    const input = ask(
      { from: '2026-10-24T22:00Z', to: '2026-10-27T00:00Z' },
      berlinHost({ weekly: daily('23:30-24:00') }),
    )
    const atMidnight = { ...input, rules: { ...input.rules, furthestDays: 0 }, now: input.from }
    expect(startsOf(openSlots(atMidnight))).toEqual(['10-25 22:30'])
  })

  it('close a date of the host that has its maximum of bookings', () => {
    const host = berlinHost(
      { weekly: daily('09:00-09:30') },
      // 00:30 on the 24th in Berlin, though still the 23rd in UTC.
      { bookedStarts: [Date.parse('2026-11-23T23:30Z')] },
    )
    expect(startsOf(openSlots(ask(TWO_DAYS, host, { dailyMaximum: 1 })))).toEqual(['11-23 08:00'])
    expect(openSlots(ask(TWO_DAYS, host, { dailyMaximum: 2 }))).toHaveLength(2)
  })

  it.each([
    ['stepMinutes', 0],
    ['durationMinutes', -30],
    ['durationMinutes', Number.POSITIVE_INFINITY],
    ['furthestDays', Number.POSITIVE_INFINITY],
    ['minimumNoticeMinutes', Number.NaN],
    ['dailyMaximum', -1],
  ])('must make sense: %s cannot be %s', (rule, value) => {
    expect(() => openSlots(ask(MONDAY, berlinHost(), { [rule]: value }))).toThrow(`${rule} must be a number`)
  })
})

describe('several hosts', () => {
  const ada = berlinHost({}, { busy: [range('2026-11-23T08:00Z/2026-11-23T09:00Z')] })
  // New York, 03:00 to 04:30: 08:00 to 09:30 UTC.
  const grace = berlinHost(
    { timeZone: 'America/New_York', weekly: daily('03:00-04:30') },
    { hostId: 'grace' },
  )

  it('of whom any is enough: every start once, with those who are free in the order given', () => {
    const hostsAt = (hosts: (typeof ada)[]) =>
      openSlots(ask(MONDAY, hosts)).map(({ start, hostIds }) => [
        new Date(start).toISOString().slice(11, 16),
        ...hostIds,
      ])
    expect(hostsAt([ada, grace])).toEqual([
      ['08:00', 'grace'],
      ['08:30', 'grace'],
      ['09:00', 'ada', 'grace'],
      ['09:30', 'ada'],
    ])
    expect(hostsAt([grace, ada])[2]).toEqual(['09:00', 'grace', 'ada'])
  })

  it('who all take part: only when all of them are open and free', () => {
    const slots = openSlots({ ...ask(MONDAY, [ada, grace]), hostMode: 'all' })
    expect(slots).toEqual([{ ...range('2026-11-23T09:00Z/2026-11-23T09:30Z'), hostIds: ['ada', 'grace'] }])
  })

  it('who all take part: on the grid of the time that they share', () => {
    const late = berlinHost({ weekly: daily('09:20-11:00') }, { hostId: 'late' })
    const slots = openSlots({ ...ask(MONDAY, [berlinHost(), late]), hostMode: 'all' })
    expect(startsOf(slots)).toEqual(['11-23 08:20', '11-23 08:50', '11-23 09:20'])
  })

  it('who all take part: closed on a date that is full for one of them', () => {
    const full = berlinHost({}, { hostId: 'full', bookedStarts: [Date.parse('2026-11-23T15:00Z')] })
    const input = ask(MONDAY, [berlinHost(), full], { dailyMaximum: 1 })
    expect(openSlots({ ...input, hostMode: 'all' })).toEqual([])
    expect(openSlots(input)[0]?.hostIds).toEqual(['ada'])
  })

  it('who are nobody have no slots', () => {
    expect(openSlots({ ...ask(MONDAY, []), hostMode: 'all' })).toEqual([])
    expect(openSlots(ask(MONDAY, []))).toEqual([])
  })
})

describe('one start', () => {
  const input = ask(MONDAY, berlinHost())

  it('is open when it is one of the slots', () => {
    expect(openSlotAt(input, Date.parse('2026-11-23T08:30Z'))).toEqual(openSlots(input)[1])
  })

  it.each(['2026-11-23T08:29:59.999Z', '2026-11-23T08:30:00.001Z', '2026-11-23T10:00Z', 'never'])(
    'is not at %s',
    (time) => {
      expect(openSlotAt(input, Date.parse(time))).toBeNull()
    },
  )
})

describe('the span', () => {
  it('includes its start and excludes its end', () => {
    const span = { from: '2026-11-23T08:30Z', to: '2026-11-23T09:30Z' }
    expect(startsOf(openSlots(ask(span, berlinHost())))).toEqual(['11-23 08:30', '11-23 09:00'])
  })

  it('may be endless: the furthest date ends it', () => {
    const input = ask(MONDAY, berlinHost({ weekly: daily('09:00-09:30') }), { furthestDays: 3 })
    const slots = openSlots({ ...input, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY })
    expect(startsOf(slots)).toEqual(['11-22 08:00', '11-23 08:00', '11-24 08:00', '11-25 08:00'])
  })

  it('that ends before it starts has no slots', () => {
    expect(openSlots(ask({ from: MONDAY.to, to: MONDAY.from }, berlinHost()))).toEqual([])
  })
})
