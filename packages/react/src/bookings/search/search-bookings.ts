import type { Booking } from '@meetings/contract'
import type { Formats } from '../../i18n/formats.ts'

/** The bookings in which every word of the text occurs: in the title, a name, the notes or the date as it is written. */
export function searchBookings(
  bookings: readonly Booking[],
  text: string,
  formats: Pick<Formats, 'date' | 'dayInFull'>,
): readonly Booking[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return bookings
  return bookings.filter((booking) => {
    const haystack = plain(
      [
        booking.meetingTypeName,
        booking.hostName,
        ...(booking.hosts ?? []).map(({ name }) => name),
        booking.customerName,
        ...(booking.guests ?? []).map(({ name }) => name ?? ''),
        booking.notes ?? '',
        formats.date(booking.startTime),
        formats.dayInFull(Date.parse(booking.startTime), 0),
      ].join('\n'),
    )
    return words.every((word) => haystack.includes(word))
  })
}

/** Without case and accents: "muller" finds "Müller". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
