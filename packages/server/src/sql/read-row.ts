import { bookingRecordSchema } from '@meetings/contract/schemas'
import * as z from 'zod'
import type { BookingRecord } from '../ports/booking-store.ts'
import { type BookingColumns, type BookingField, columnPath } from './booking-columns.ts'
import { toInstant } from './to-instant.ts'

const row = z.record(z.string(), z.unknown())

/** A database row as a booking. Throws an error that names the column when one does not fit. */
export function readRow(input: unknown, columns: BookingColumns, store: string): BookingRecord {
  const values = row.parse(input)
  const fields = Object.entries(columns) as [BookingField, string | null][]
  const candidate = Object.fromEntries(fields.map(([field, path]) => [field, valueAt(values, field, path)]))
  const result = bookingRecordSchema.safeParse({
    ...candidate,
    metadata: candidate.metadata ?? {},
    startTime: toInstant(candidate.startTime),
    endTime: toInstant(candidate.endTime),
  })
  if (result.success) return result.data
  const field = result.error.issues[0]?.path[0] as BookingField
  throw new Error(
    `${store}: a booking's ${field}, read from ${columns[field]}, is missing or not of the expected kind. ` +
      'Check `columns`, and that meetingsMigration() got the same.',
  )
}

function valueAt(values: Record<string, unknown>, field: BookingField, path: string | null): unknown {
  if (path === null) return null
  const { column, keys } = columnPath(path, field)
  let value = values[column]
  // A column that is missing is a mistake in the map; a key that is missing in JSON is a null.
  for (const key of keys) value = row.safeParse(value).data?.[key] ?? null
  // Ids of any column type are text for us.
  return typeof value === 'number' ? String(value) : value
}
