import { expect } from 'vitest'
import type { RaceDatabase } from './race-database.ts'

const ALLOWED = new Set([
  'confirmed -> in_progress',
  'in_progress -> confirmed',
  'in_progress -> completed',
  'completed -> in_progress',
])

/** What must be true of every booking whatever happened. */
export async function checkAftermath(database: RaceDatabase): Promise<void> {
  const bookings = await database.query<{
    id: string
    status: string
    ended_for_all: boolean
    open: number
  }>(`
    select b.id, b.status, coalesce(b.metadata ->> 'endedForAll', 'false')::boolean as ended_for_all,
      (select count(*)::int from meeting_visits v where v.booking_id = b.id and v.left_at is null) as open
    from bookings b`)
  for (const { id, status, ended_for_all, open } of bookings) {
    expect({ id, status, someoneIn: open > 0 }).toEqual({ id, status, someoneIn: status === 'in_progress' })
    if (ended_for_all) expect(status).toBe('completed')

    const changes = await database.statusChanges(id)
    // Each change begins where the one before ended: no transition was made twice or lost.
    let current = 'confirmed'
    for (const change of changes) {
      expect(ALLOWED).toContain(change)
      expect(change.startsWith(`${current} -> `)).toBe(true)
      current = change.split(' -> ')[1] as string
    }
    expect(status).toBe(current)
  }
  expect(
    await database.query(`
      select booking_id, user_id from meeting_visits where left_at is null
      group by booking_id, user_id having count(*) > 1`),
  ).toEqual([])
  expect(await database.query('select id from meeting_visits where left_at < entered_at')).toEqual([])
}
