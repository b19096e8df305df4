import { type BookingColumns, type BookingField, columnPath, resolveColumns } from '../booking-columns.ts'

/** The names a migration is written with; everything is quoted. */
export interface SqlNames {
  /** `"public"."bookings"` */
  table: string
  /** A column, quoted: for the fields that are columns of their own. */
  column(field: BookingField): string
  /** Whether the table keeps this field at all. */
  has(field: BookingField): boolean
  /** The value of a field in the row `b`; a typed null when the table has none. */
  value(field: BookingField): string
  /** The same as text. */
  text(field: BookingField): string
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Whether this can be written into SQL as it is. */
export function isSqlName(name: string): boolean {
  return NAME.test(name)
}

/** Throws a `TypeError` that names what cannot be used as a name. */
export function sqlNames(table: string, columns: Partial<BookingColumns> | undefined): SqlNames {
  const parts = table.includes('.') ? table.split('.') : ['public', table]
  if (parts.length !== 2 || !parts.every(isSqlName)) {
    throw new TypeError(`table must be "name" or "schema.name", and is "${table}".`)
  }
  const resolved = resolveColumns(columns)
  const value = (field: BookingField): string => {
    const path = resolved[field]
    if (path === null) return field === 'metadata' ? 'null::jsonb' : 'null::text'
    const { column, keys } = columnPath(path, field)
    const steps = keys.map((key, index) => ` ${index === keys.length - 1 ? '->>' : '->'} '${key}'`)
    return keys.length === 0 ? `b.${quote(column)}` : `(b.${quote(column)}${steps.join('')})`
  }
  return {
    table: parts.map(quote).join('.'),
    column: (field) => quote(columnPath(resolved[field] ?? '', field).column),
    has: (field) => resolved[field] !== null,
    value,
    text: (field) => {
      const plain = value(field)
      return plain.startsWith('b.') ? `${plain}::text` : plain
    },
  }
}

/** Quotes only what needs it, so that the generated file reads like written by hand. */
export function quote(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name) ? name : `"${name}"`
}

/** The reserved words somebody could name a column or table after. */
const RESERVED = new Set(
  'all analyse and any array as asc both case cast check collate column constraint create default desc distinct do else end except fetch for from grant group having in into leading limit not null offset on only or order primary references select some symmetric table then to trailing union unique user using variadic when where window with'.split(
    ' ',
  ),
)
