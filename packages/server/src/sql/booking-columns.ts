import type { BookingRecord } from '../ports/booking-store.ts'

/** What the library needs to know of a booking, and the column that holds it. */
export type BookingField = keyof BookingRecord

/**
 * Where each field lives in your table: a column (`starts_at`), a text inside a JSON column
 * (`metadata->>host_name`), or `null` when your table has no such thing (only for the fields that allow it).
 */
export interface BookingColumns {
  id: string
  hostId: string
  startTime: string
  endTime: string
  status: string
  hostName: string
  customerName: string
  meetingTypeName: string
  organizationId: string | null
  meetingTypeId: string | null
  customerId: string | null
  customerEmail: string | null
  metadata: string | null
}

/** The columns of the table that the package's own migration creates. */
export const DEFAULT_BOOKING_COLUMNS: BookingColumns = {
  id: 'id',
  organizationId: 'organization_id',
  meetingTypeId: 'meeting_type_id',
  meetingTypeName: 'meeting_type_name',
  hostId: 'host_id',
  hostName: 'host_name',
  customerId: 'customer_id',
  customerName: 'customer_name',
  customerEmail: 'customer_email',
  startTime: 'start_time',
  endTime: 'end_time',
  status: 'status',
  metadata: 'metadata',
}

/** The fields that a query compares or changes: they must be columns of their own. */
const PLAIN_FIELDS: readonly BookingField[] = ['id', 'hostId', 'startTime', 'endTime', 'status', 'metadata']

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** A column and, inside it, the keys of a JSON path (`metadata->host->>name`). */
export interface ColumnPath {
  column: string
  keys: string[]
}

/** Your columns over the defaults. Throws a `TypeError` that names the field when one cannot be used. */
export function resolveColumns(columns: Partial<BookingColumns> = {}): BookingColumns {
  const resolved: BookingColumns = { ...DEFAULT_BOOKING_COLUMNS, ...columns }
  for (const [field, value] of Object.entries(resolved) as [BookingField, string | null][]) {
    if (!Object.hasOwn(DEFAULT_BOOKING_COLUMNS, field)) {
      throw new TypeError(`columns.${field} is no field of a booking.`)
    }
    if (value === null) continue
    const { keys } = columnPath(value, field)
    if (keys.length > 0 && PLAIN_FIELDS.includes(field)) {
      throw new TypeError(`columns.${field} must be a column of its own, not a part of one.`)
    }
  }
  return resolved
}

/** Takes `metadata->host->>name` apart. */
export function columnPath(value: string, field: BookingField): ColumnPath {
  const [column = '', ...keys] = value.split(/->>?/)
  if (![column, ...keys].every((part) => NAME.test(part))) {
    throw new TypeError(`columns.${field} must be a column name or a JSON path, and is "${value}".`)
  }
  return { column, keys }
}
