import { createMeetings } from '@meetings/server'
import { fakeVideo, fixedClock, memorySchedule, memoryStore } from '@meetings/server/testing'
import { expect, it } from 'vitest'
import {
  DEMO_HOSTS,
  DEMO_MEETING_TYPES,
  scheduleOf,
} from '../../examples/nextjs/local-stack/demo-schedule.ts'

const MINUTE = 60_000
const JOINABLE_BEFORE = 15 * MINUTE
const QUICK_CALL = DEMO_MEETING_TYPES.find(({ row }) => row.name === 'Quick call')?.row

// An ordinary day, the two on which Berlin changes its clocks, and the turn of a year.
it.each(['2026-11-23', '2026-10-25', '2027-03-28', '2026-12-31'])(
  'offers in the demo, at every minute of %s, a call that can be joined at once',
  async (date) => {
    if (!QUICK_CALL) throw new Error('There is no quick call.')
    const onDuty = DEMO_HOSTS.find(({ key }) => key === 'noor')
    if (!onDuty) throw new Error('Nobody is on duty.')
    const clock = fixedClock(`${date}T00:00:00.001Z`)
    const store = memoryStore({ bookings: [] })
    const { api } = createMeetings({
      store,
      schedule: memorySchedule({
        store,
        schedules: { noor: scheduleOf(onDuty) },
        meetingTypes: [
          {
            id: QUICK_CALL.id,
            organizationId: null,
            name: QUICK_CALL.name,
            description: null,
            hostMode: 'any',
            hosts: [{ id: 'noor', name: 'Noor Haddad' }],
            questions: [],
            cancellationCutoffMinutes: 0,
            rules: {
              durationMinutes: QUICK_CALL.duration_minutes,
              stepMinutes: QUICK_CALL.step_minutes,
              bufferBeforeMinutes: 0,
              bufferAfterMinutes: QUICK_CALL.buffer_after_minutes,
              minimumNoticeMinutes: 0,
              furthestDays: QUICK_CALL.furthest_days,
              dailyMaximum: null,
            },
          },
        ],
      }),
      video: fakeVideo({ now: clock.now }),
      authenticate: () => null,
      rateLimit: false,
      now: clock.now,
    })
    const tomorrow = new Date(Date.parse(date) + 1440 * MINUTE).toISOString().slice(0, 10)

    const waits: number[] = []
    for (let minute = 0; minute < 1440; minute += 1) {
      const { days } = await api.listAvailability(
        { meetingTypeId: QUICK_CALL.id, from: date, to: tomorrow, timeZone: 'UTC' },
        { user: { id: 'alex' } },
      )
      const [first] = days.flatMap(({ slots }) => slots)
      waits.push(first ? Date.parse(first.start) - clock.now().getTime() : Number.POSITIVE_INFINITY)
      clock.advance(MINUTE)
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(JOINABLE_BEFORE)
  },
)
