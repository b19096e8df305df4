import type { Booking } from '@meetings/contract'

/** The names worth reading on a card: those of the others. */
export function peopleToMeet(booking: Booking): readonly string[] {
  switch (booking.viewerRole) {
    case 'customer':
      return [booking.hostName]
    case 'host':
      return [booking.customerName]
    default:
      return [booking.hostName, booking.customerName]
  }
}
