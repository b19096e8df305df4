import type { BookingRecord } from '@meetings/server'
import type pg from 'pg'
import { bookingRow } from '../supabase/booking-row.ts'

/** Puts bookings into the table of our migration. */
export async function insertBookings(
  client: Pick<pg.ClientBase, 'query'>,
  bookings: readonly BookingRecord[],
): Promise<void> {
  const rows = bookings.map((booking) => ({ ...bookingRow(booking), created_at: booking.startTime }))
  await client.query('insert into bookings select * from jsonb_populate_recordset(null::bookings, $1)', [
    JSON.stringify(rows),
  ])
}
