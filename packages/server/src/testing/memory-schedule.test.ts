import { describe, expect, it } from 'vitest'
import { memorySchedule } from './memory-schedule.ts'
import { memoryStore } from './memory-store.ts'
import { runScheduleConformance } from './schedule-conformance.ts'

describe('the memory store of schedules', () => {
  runScheduleConformance({
    describe,
    it,
    expect,
    createStores: async ({ bookings, ...offer }) => {
      const store = memoryStore({ bookings })
      return { store, schedule: memorySchedule({ store, ...offer }) }
    },
  })
})
