import type { Booking } from '@meetings/contract'

/** The names worth reading on a card: those of the others. */
export function peopleToMeet(booking: Booking): readonly string[] {
  const hosts = [booking.hostName, ...(booking.hosts ?? []).map(({ name }) => name)]
  switch (booking.viewerRole) {
    case 'customer':
      return hosts
    case 'host':
      return [booking.customerName]
    default:
      return [...hosts, booking.customerName]
  }
}
