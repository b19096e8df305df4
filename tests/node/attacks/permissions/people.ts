import type { MeetingsUser } from '@meetings/server'
import type { Asker, Part } from './oracle.ts'

export const ORGANIZATION = 'a0000000-0000-4000-8000-000000000001'
const OTHER_ORGANIZATION = 'a0000000-0000-4000-8000-000000000002'
const SOMEBODY = 'c0000000-0000-4000-8000-0000000000ff'
const ASKER = 'c0000000-0000-4000-8000-000000000001'
const EMAIL = 'Asker@Example.org'

/** The fields of a booking that decide who somebody is. */
export interface Roles {
  organizationId: string | null
  hostId: string
  customerId: string | null
  customerEmail: string | null
  guestEmail: string
}

export interface Person extends Asker {
  name: string
  /** `null`: not signed in. */
  user: MeetingsUser | null
  booking: Partial<Roles>
}

const admin = { role: 'admin', organizationId: ORGANIZATION }
const verified = { email: EMAIL, emailVerified: true }
const byEmail = { customerId: null, customerEmail: 'asker@example.ORG' }

/** Everybody who may ask, and by hand what they are. */
export const PEOPLE: readonly Person[] = [
  person('the host', 'host', {}, { hostId: ASKER }),
  person('the host, an admin', 'host', admin, { hostId: ASKER }, true),
  person(
    'the host, an admin elsewhere',
    'host',
    { ...admin, organizationId: OTHER_ORGANIZATION },
    { hostId: ASKER },
  ),
  person('the customer by id', 'customer', {}, { customerId: ASKER }),
  person('the customer by id, an admin', 'customer', admin, { customerId: ASKER }, true),
  person('the customer by verified e-mail', 'customer', verified, byEmail),
  person('the customer by e-mail, an admin', 'customer', { ...verified, ...admin }, byEmail, true),
  person('the e-mail unverified', null, { email: EMAIL, emailVerified: false }, byEmail),
  person('the e-mail without a word about it', null, { email: EMAIL }, byEmail),
  person('the e-mail of a booking with an account', null, verified, { ...byEmail, customerId: SOMEBODY }),
  person(
    'no e-mail where the booking has none',
    null,
    { email: '', emailVerified: true },
    { customerId: null },
  ),
  person('a guest', 'guest', verified, { guestEmail: 'ASKER@example.org' }),
  person('a guest, an admin', 'guest', { ...verified, ...admin }, { guestEmail: EMAIL }, true),
  person('a guest unverified', null, { email: EMAIL }, { guestEmail: EMAIL }),
  person('an admin', 'admin', admin, {}, true),
  person('an admin elsewhere', null, { ...admin, organizationId: OTHER_ORGANIZATION }),
  person('an admin of null', null, { ...admin, organizationId: null }),
  person('an admin of nothing', null, { role: 'admin' }),
  person(
    'an admin of null, where the booking has none',
    null,
    { ...admin, organizationId: null },
    {
      organizationId: null,
    },
  ),
  person('an admin, where the booking has none', null, admin, { organizationId: null }),
  person('a member of the organisation', null, { ...admin, role: 'member' }),
  person('an Admin in capitals', null, { ...admin, role: 'Admin' }),
  person('a stranger', null, { name: 'Mal' }),
  { name: 'nobody', user: null, signedIn: false, part: null, administers: false, booking: {} },
]

function person(
  name: string,
  part: Part | null,
  user: Omit<MeetingsUser, 'id'>,
  booking: Partial<Roles> = {},
  administers = false,
): Person {
  return { name, part, administers, signedIn: true, user: { id: ASKER, ...user }, booking }
}
