import type { BookingRecord, MeetingsUser } from '@meetings/server'

const ORGANIZATION = '0a000000-0000-4000-8000-000000000001'
const id = (kind: string, number: number) =>
  `${kind}000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

/** The instant of the race: the meetings run from ten minutes before to fifty after. */
export const NOW = '2026-11-22T14:10:00.000Z'

/** A meeting of a crowd: its host, its customer, guests by e-mail, and admins of its organisation. */
export function meetingOf(crowd: readonly MeetingsUser[], number = 1): BookingRecord {
  const [host, customer, ...others] = crowd
  if (host === undefined || customer === undefined) throw new Error('A meeting needs two people.')
  return {
    id: id('0b', number),
    organizationId: ORGANIZATION,
    meetingTypeId: null,
    meetingTypeName: 'Consultation',
    // A host has one meeting at a time: the further ones have hosts who never come.
    hostId: number === 1 ? host.id : id('0d', number),
    hostName: 'Hana Host',
    customerId: customer.id,
    customerName: 'Carl Customer',
    customerEmail: null,
    startTime: '2026-11-22T14:00:00.000Z',
    endTime: '2026-11-22T15:00:00.000Z',
    status: 'confirmed',
    metadata: { guests: others.filter(({ role }) => role !== 'admin').map(({ email }) => ({ email })) },
  }
}

/** Host (an admin too, for the further meetings), customer, and then guests and admins in turn. */
export function crowdOf(size: number): MeetingsUser[] {
  return Array.from({ length: size }, (_, index) => {
    const user: MeetingsUser = {
      id: id('0c', index + 1),
      name: `Person ${index + 1}`,
      email: `person-${index + 1}@example.org`,
      emailVerified: true,
    }
    const admin = index === 0 || (index > 1 && index % 2 === 1)
    return admin ? { ...user, role: 'admin', organizationId: ORGANIZATION } : user
  })
}
