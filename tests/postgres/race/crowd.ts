import type { BookingRecord, MeetingsUser } from '@meetings/server'

const ORGANIZATION = '0a000000-0000-4000-8000-000000000001'

/** The instant of the race: the meetings run from ten minutes before to fifty after. */
export const NOW = '2026-11-22T14:10:00.000Z'

/** People with numbers from `first`; the first is an admin of the organisation, and so is every other one. */
export function crowdOf(size: number, first = 1): MeetingsUser[] {
  return Array.from({ length: size }, (_, index) => {
    const number = first + index
    const user: MeetingsUser = {
      id: `0c000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      name: `Person ${number}`,
      email: `person-${number}@example.org`,
      emailVerified: true,
    }
    return index % 2 === 0 ? { ...user, role: 'admin', organizationId: ORGANIZATION } : user
  })
}

/** A meeting for the whole crowd: the first is its host, the second its customer, the others admins and guests. */
export function meetingOf(crowd: readonly MeetingsUser[]): BookingRecord {
  const [host, customer, ...others] = crowd
  if (host === undefined || customer === undefined) throw new Error('A meeting needs two people.')
  return {
    id: host.id.replace('0c', '0b'),
    organizationId: ORGANIZATION,
    meetingTypeId: null,
    meetingTypeName: 'Consultation',
    hostId: host.id,
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
