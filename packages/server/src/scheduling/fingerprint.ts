import type { BookingDraft } from '@meetings/contract'

/**
 * SHA-256 of what is asked for, in hex: the same for the same request, however its fields are ordered. The hold is
 * left out: it is how a slot was kept, not what is booked.
 */
export async function fingerprintOf({ holdId: _, ...draft }: BookingDraft): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(draft)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** JSON whose keys are sorted. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  )
}
