import { type BookingColumns, type BookingField, columnPath, resolveColumns } from '../booking-columns.ts'

/** What a column of a row is made of: an SQL expression of its own, or JSON with fields at its keys. */
type Part = { value: string } | { keys: Map<string, Part> }

/**
 * SQL of a JSON object with the columns of the bookings table in which these fields live: what
 * `jsonb_populate_record` takes. Fields that the table does not keep are left out. Values are SQL expressions.
 */
export function writtenRow(
  given: Partial<BookingColumns> | undefined,
  values: Record<BookingField, string>,
): { columns: string[]; json: string } {
  const row = new Map<string, Part>()
  for (const [field, path] of Object.entries(resolveColumns(given)) as [BookingField, string | null][]) {
    if (path === null) continue
    const { column, keys } = columnPath(path, field)
    const steps = [column, ...keys]
    let place = row
    for (const step of steps.slice(0, -1)) {
      const inner = place.get(step)
      const next = inner && 'keys' in inner ? inner : { keys: new Map<string, Part>() }
      // A field inside the column of all other data joins that data.
      if (inner && 'value' in inner) next.keys.set('', inner)
      place.set(step, next)
      place = next.keys
    }
    const last = steps.at(-1) as string
    const existing = place.get(last)
    if (existing && 'keys' in existing) existing.keys.set('', { value: values[field] })
    else place.set(last, { value: values[field] })
  }
  return { columns: [...row.keys()], json: toSql({ keys: row }) }
}

function toSql(part: Part): string {
  if ('value' in part) return part.value
  const { '': base, ...named } = Object.fromEntries(part.keys)
  const pairs = Object.entries(named).map(([key, inner]) => `'${key}', ${toSql(inner)}`)
  const object = `jsonb_build_object(${pairs.join(', ')})`
  return base ? `(${toSql(base)} || ${object})` : object
}
