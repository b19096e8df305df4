import type { MeetingPerson, ParticipantRole } from '@meetings/contract'
import { furtherHostsOf } from '../bookings/participant-role.ts'
import type { FoundBooking, ViewedBooking, Visitor } from '../ports/booking-store.ts'
import { identityOf } from './identity.ts'

/** Host and customer when their accounts are known, and everybody who entered; each person once. */
export async function participantsOf({ booking, visitors }: FoundBooking): Promise<MeetingPerson[]> {
  const people = new Map<string, { name: string; role: ParticipantRole }>()
  people.set(booking.hostId, { name: booking.hostName, role: 'host' })
  for (const { id, name } of furtherHostsOf(booking)) {
    if (!people.has(id)) people.set(id, { name: name ?? 'Host', role: 'host' })
  }
  if (booking.customerId !== null && !people.has(booking.customerId)) {
    people.set(booking.customerId, { name: booking.customerName, role: 'customer' })
  }
  for (const visitor of visitors) {
    if (people.has(visitor.userId)) continue
    people.set(visitor.userId, { name: nameIn(booking, visitor), role: visitor.role })
  }
  return Promise.all(
    Array.from(people, async ([userId, person]) => ({ identity: await identityOf(userId), ...person })),
  )
}

/** The name others see: the booking's for host and customer, else the one the person came with. */
export function nameIn(booking: ViewedBooking, person: Pick<Visitor, 'userId' | 'name' | 'role'>): string {
  if (person.role === 'host') {
    const further = furtherHostsOf(booking).find(({ id }) => id === person.userId)
    return further?.name ?? booking.hostName
  }
  if (person.role === 'customer') return booking.customerName
  return person.name ?? (person.role === 'admin' ? 'Admin' : 'Guest')
}
