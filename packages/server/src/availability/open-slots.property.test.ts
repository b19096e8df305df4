import { describe, expect, it } from 'vitest'
import { checkChange } from '../../test/availability/check-change.ts'
import { changesOf } from '../../test/availability/zone-changes.ts'

/** Zones whose clocks do something unusual; `tests/long` has all of them. */
const ODD_ZONES = [
  'America/Havana', // back across midnight
  'America/St_Johns', // half an hour off
  'Africa/Cairo', // forward at midnight
  'Africa/Casablanca', // back for Ramadan
  'Antarctica/Troll', // by two hours
  'Australia/Lord_Howe', // by half an hour
  'Europe/Dublin', // winter is the exception
  'Pacific/Chatham', // 45 minutes off
]

describe('the open slots, against minutes counted one by one', () => {
  it.each(ODD_ZONES)('are the same at the first changes of 2026 in %s', (timeZone) => {
    const changes = changesOf(timeZone).slice(0, 2)
    expect(changes).toHaveLength(2)
    for (const change of changes) {
      const { cases, slots } = checkChange(change, 'America/New_York', 30)
      expect(cases).toBe(30)
      expect(slots).toBeGreaterThan(0)
    }
  })
})
