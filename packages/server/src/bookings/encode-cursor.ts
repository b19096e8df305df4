import type { ListPosition } from '../ports/booking-store.ts'

/** A list position as an opaque string that survives a URL. */
export function encodeCursor({ startTime, id }: ListPosition): string {
  return btoa(JSON.stringify([startTime, id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
