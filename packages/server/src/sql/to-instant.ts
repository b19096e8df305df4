/**
 * A Postgres timestamp as ISO 8601 UTC ending in `Z`. Takes both `2026-11-22T12:00:00+00:00` (hosted Supabase)
 * and `2026-11-22 12:00:00+00` (Supabase Lite); a timestamp without a zone is UTC.
 * Returns `null` for anything else.
 */
export function toInstant(value: unknown): string | null {
  const parts = typeof value === 'string' ? TIMESTAMP.exec(value) : null
  if (parts === null) return null
  const [, date, time, fraction = '', zone = 'Z'] = parts
  const fullZone = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone
  const instant = new Date(`${date}T${time}${fraction.slice(0, 4)}${fullZone}`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

/** The same with the microseconds that Postgres keeps, for positions in a list. */
export function toExactInstant(value: unknown): string | null {
  const instant = toInstant(value)
  if (instant === null) return null
  const fraction = TIMESTAMP.exec(value as string)?.[3] ?? ''
  const micros = fraction.slice(4)
  return micros === '' ? instant : instant.replace('Z', `${micros}Z`)
}

const TIMESTAMP = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,6})?(Z|[+-]\d\d(?::?\d\d)?)?$/
