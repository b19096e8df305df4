import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import type { BookingRecord } from '../src/index.ts'

/** A Postgres in memory, in this process. Up in about a second. */
export async function openPglite(migrations: readonly string[]): Promise<PGlite> {
  const database = await PGlite.create({ extensions: { btree_gist } })
  for (const migration of migrations) await database.exec(migration)
  return database
}

/** Makes `public.bookings` hold exactly these bookings, and no visits. */
export async function fillBookings(database: PGlite, bookings: readonly BookingRecord[]): Promise<void> {
  await database.exec('delete from public.bookings')
  for (const booking of bookings) {
    await database.query(
      `insert into public.bookings (id, organization_id, meeting_type_id, meeting_type_name, host_id, host_name,
         customer_id, customer_name, customer_email, start_time, end_time, status, metadata)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        booking.id,
        booking.organizationId,
        booking.meetingTypeId,
        booking.meetingTypeName,
        booking.hostId,
        booking.hostName,
        booking.customerId,
        booking.customerName,
        booking.customerEmail,
        booking.startTime,
        booking.endTime,
        booking.status,
        booking.metadata,
      ],
    )
  }
}
