import * as z from 'zod'

// What a database cannot keep: NUL, and halves of characters.
const STORABLE = /^[^\0\p{Cs}]*$/u
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u

/** A name or another short text on one line; spaces around it are dropped. */
export function line(longest: number) {
  return z
    .string()
    .trim()
    .min(1, 'Must not be empty.')
    .max(longest)
    .regex(ONE_LINE, 'Must be one line of text without control characters.')
}

/** A text of several lines; spaces around it are dropped. */
export function lines(longest: number) {
  return z.string().trim().max(longest).regex(STORABLE, 'Must be text.')
}

/** `YYYY-MM-DD`, in the time that bookings are made for. */
export const plainDate = z.iso
  .date('Must be a date of the calendar, written YYYY-MM-DD.')
  .refine((date) => date >= '2000' && date < '2200', 'Must be in the years 2000 to 2199.')

/** ISO 8601, UTC, in the time that bookings are made for. */
export const instant = z.iso
  .datetime('Must be a time in UTC, such as 2026-11-22T14:00:00Z.')
  .max(30)
  .refine((time) => time >= '2000' && time < '2200', 'Must be in the years 2000 to 2199.')

/** The IANA name of a zone that this server knows. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isNamedZone, 'Must be the name of a time zone, such as Europe/Berlin.')

export const emailAddress = z.email('Must be an e-mail address.').max(254)

/** `HH:MM` */
export const wallTime = z.string().regex(/^\d\d:\d\d$/, 'Must be a time such as 09:30.')

function isNamedZone(name: string): boolean {
  // Newer engines accept `+02:00` as well, which never changes with the season.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
