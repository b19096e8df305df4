import type { Viewer } from '@meetings/server'
import { PEOPLE } from './fill-bookings.ts'

const nobody: Viewer = { userId: 'somebody', verifiedEmail: null, name: null, adminOf: null }

/** Who looks at lists: each belongs to the bookings in another way. */
export const VIEWERS = {
  'organisation admin': { ...nobody, adminOf: { organizationId: PEOPLE.organization } },
  'busy host': { ...nobody, userId: PEOPLE.host },
  customer: { ...nobody, userId: PEOPLE.customer, verifiedEmail: 'cora@example.org' },
  'customer by e-mail': { ...nobody, verifiedEmail: PEOPLE.mailCustomer },
  guest: { ...nobody, verifiedEmail: PEOPLE.guest },
  'somebody without bookings': { ...nobody, verifiedEmail: 'nobody@example.org' },
} satisfies Record<string, Viewer>
