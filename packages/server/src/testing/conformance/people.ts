import type { BookingRecord, Viewer } from '../../ports/booking-store.ts'

const ORGANIZATION = '0a000000-0000-4000-8000-000000000001'
const OTHER_ORGANIZATION = '0a000000-0000-4000-8000-000000000002'

/** Everybody who plays a part in the conformance tests. */
export const PEOPLE = {
  host: viewer(1),
  customer: viewer(2),
  stranger: viewer(3),
  /** Known to a booking only by a verified address. */
  mailCustomer: { ...viewer(4), verifiedEmail: 'kim@example.org' },
  guest: { ...viewer(5), verifiedEmail: 'lou@example.org' },
  admin: { ...viewer(6), name: 'Ada Admin', adminOf: { organizationId: ORGANIZATION } },
  otherAdmin: { ...viewer(7), adminOf: { organizationId: OTHER_ORGANIZATION } },
  operator: { ...viewer(8), adminOf: 'any' },
} as const satisfies Record<string, Viewer>

/** The meeting of most tests: 22 November 2026, 14:00 to 15:00 UTC. */
export function meeting(changes: Partial<BookingRecord> = {}): BookingRecord {
  return {
    id: '0b000000-0000-4000-8000-000000000001',
    organizationId: ORGANIZATION,
    meetingTypeId: null,
    meetingTypeName: 'Consultation',
    hostId: PEOPLE.host.userId,
    hostName: 'Hana Host',
    customerId: PEOPLE.customer.userId,
    customerName: 'Carl Customer',
    customerEmail: 'carl@example.org',
    startTime: '2026-11-22T14:00:00.000Z',
    endTime: '2026-11-22T15:00:00.000Z',
    status: 'confirmed',
    metadata: { guests: [{ email: 'Lou@Example.org', name: 'Lou Guest' }] },
    ...changes,
  }
}

/** An instant on the day of the meeting. */
export function at(time: string): Date {
  return new Date(`2026-11-22T${time}Z`)
}

function viewer(number: number): Viewer {
  return {
    userId: `0c000000-0000-4000-8000-00000000000${number}`,
    verifiedEmail: null,
    name: null,
    adminOf: null,
  }
}
