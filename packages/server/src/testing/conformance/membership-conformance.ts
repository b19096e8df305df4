import type { ParticipantRole } from '@meetings/contract'
import type { BookingRecord, Viewer } from '../../ports/booking-store.ts'
import type { StoreConformanceOptions } from './conformance-options.ts'
import { at, meeting, PEOPLE } from './people.ts'
import { steps } from './steps.ts'

const mailBooking = meeting({ customerId: null, customerEmail: 'Kim@Example.org' })

const SHARED = meeting({
  metadata: { hosts: [null, 'x', { id: 7 }, { id: PEOPLE.stranger.userId, name: 'Ben' }] },
})
const SELF_HOSTED = meeting({ metadata: { hosts: [{ id: PEOPLE.customer.userId, name: 'Carl' }] } })

const CASES: [who: string, viewer: Viewer, booking: BookingRecord, role: ParticipantRole | null][] = [
  ['the host', PEOPLE.host, meeting(), 'host'],
  ['the customer by id', PEOPLE.customer, meeting(), 'customer'],
  ['the customer by verified e-mail, in any case', PEOPLE.mailCustomer, mailBooking, 'customer'],
  [
    'a verified e-mail, when the booking belongs to an account',
    PEOPLE.mailCustomer,
    meeting({ customerEmail: 'kim@example.org' }),
    null,
  ],
  ['a guest, in any case', PEOPLE.guest, meeting(), 'guest'],
  ['an admin of the organisation', PEOPLE.admin, meeting(), 'admin'],
  ['an admin of another organisation', PEOPLE.otherAdmin, meeting(), null],
  ['an admin, when the booking has no organisation', PEOPLE.admin, meeting({ organizationId: null }), null],
  ['somebody the app calls an admin', PEOPLE.operator, meeting(), 'admin'],
  ['a host who is an admin too', { ...PEOPLE.host, adminOf: PEOPLE.admin.adminOf }, meeting(), 'host'],
  ['a stranger', PEOPLE.stranger, meeting(), null],
  [
    'a stranger whose e-mail is made to break a query',
    { ...PEOPLE.stranger, verifiedEmail: `x","y'),or(id.neq.0)%,*{}\\` },
    mailBooking,
    null,
  ],
  [
    'a stranger whose e-mail is a pattern',
    { ...PEOPLE.stranger, verifiedEmail: '%@example.org' },
    mailBooking,
    null,
  ],
  [
    'a stranger, when the guests are no list',
    PEOPLE.stranger,
    meeting({ metadata: { guests: 'lou@example.org' } }),
    null,
  ],
  ['a further host', PEOPLE.stranger, SHARED, 'host'],
  ['a further host who is the customer too', PEOPLE.customer, SELF_HOSTED, 'host'],
  ['somebody whose id is a number among the hosts', { ...PEOPLE.stranger, userId: '7' }, SHARED, null],
  ['a stranger, when the hosts are no list', PEOPLE.stranger, meeting({ metadata: { hosts: 'all' } }), null],
  [
    'a guest among entries that are no guests',
    PEOPLE.guest,
    meeting({ metadata: { guests: [null, 'lou@example.org', { email: 7 }, { email: 'lou@example.org' }] } }),
    'guest',
  ],
]

/** Who belongs to a booking: the same answer from every verb. */
export function membershipConformance({ describe, it, expect, createStore }: StoreConformanceOptions): void {
  describe('membership', () => {
    for (const [who, viewer, booking, role] of CASES) {
      it(`takes ${who} for ${role === null ? 'a stranger' : `the ${role}`} in every verb`, async () => {
        const store = await createStore([booking])
        const act = steps(store, booking)
        const listed = await store.list({
          viewer,
          scope: 'upcoming',
          endsAfter: at('13:00:00'),
          forgottenBy: at('12:00:00'),
          limit: 10,
          after: null,
        })
        expect(listed.bookings.map(({ viewerRole }) => viewerRole)).toEqual(role === null ? [] : [role])
        expect((await act.find(viewer))?.booking.viewerRole ?? null).toEqual(role)
        expect((await act.enter(viewer, '14:00:00'))?.booking.viewerRole ?? null).toEqual(role)
        expect((await act.leave(viewer, '14:01:00')) === null).toEqual(role === null)
        expect((await act.end(viewer, '14:02:00'))?.booking.viewerRole ?? null).toEqual(role)
      })
    }

    it('answers a stranger like somebody who asks for a booking that does not exist', async () => {
      const store = await createStore([meeting()])
      const missing = steps(store, meeting({ id: '0b000000-0000-4000-8000-00000000ffff' }))
      expect(await missing.find(PEOPLE.host)).toEqual(await steps(store).find(PEOPLE.stranger))
      expect(await missing.enter(PEOPLE.host, '14:00:00')).toEqual(
        await steps(store).enter(PEOPLE.stranger, '14:00:00'),
      )
      expect(await missing.leave(PEOPLE.host, '14:00:00')).toEqual(
        await steps(store).leave(PEOPLE.stranger, '14:00:00'),
      )
      expect(await missing.end(PEOPLE.host, '14:00:00')).toEqual(
        await steps(store).end(PEOPLE.stranger, '14:00:00'),
      )
      expect(await steps(store).status()).toEqual('confirmed')
    })
  })
}
