import { describe, expect, it } from 'vitest'
import { createMemoryClient } from './memory-client.ts'
import { createMemoryScheduling, SAMPLE_MEETING_TYPE } from './memory-scheduling.ts'
import { createTestClock } from './test-clock.ts'

/** What is free in the first week of March 2026; `type` is what is booked. */
async function freeStarts(type: Partial<typeof SAMPLE_MEETING_TYPE> = {}): Promise<string[]> {
  const clock = createTestClock('2026-03-01T12:00:00Z')
  const scheduling = createMemoryScheduling({
    clock,
    client: createMemoryClient({ clock }),
    meetingTypes: [{ ...SAMPLE_MEETING_TYPE, ...type }],
  })
  const answer = await scheduling.availability({
    meetingTypeId: SAMPLE_MEETING_TYPE.id,
    from: '2026-03-02',
    to: '2026-03-08',
    timeZone: 'UTC',
  })
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value.days.flatMap(({ slots }) => slots.map(({ start }) => start))
}

describe('the schedule in memory', () => {
  it('is open from nine to five on weekdays, and on no evening', async () => {
    const starts = await freeStarts()
    expect([...new Set(starts.map((start) => start.slice(0, 10)))]).toEqual(
      ['02', '03', '04', '05', '06'].map((day) => `2026-03-${day}`),
    )
    const times = starts.filter((start) => start.startsWith('2026-03-02')).map((start) => start.slice(11, 16))
    expect([times.length, times[0], times.at(-1)]).toEqual([16, '09:00', '16:30'])
  })

  it('ends no meeting after five, however long it is', async () => {
    const starts = await freeStarts({ durationMinutes: 90 })
    expect(starts.filter((start) => start.startsWith('2026-03-06')).at(-1)).toContain('T15:30')
  })
})
