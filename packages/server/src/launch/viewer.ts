import { presentBooking } from '../bookings/present-booking.ts'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { Viewer } from '../ports/booking-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { forgottenBy } from './after-the-end.ts'

/**
 * The user as the store sees them. The default admin rule (role `admin`, same organisation) is part of the
 * store's query and costs nothing; a custom `isAdmin` switches it off.
 */
export function defaultViewer<User extends MeetingsUser>(
  deps: Pick<UseCaseDeps<User>, 'isAdmin'>,
  user: User,
): Viewer {
  const { organizationId } = user
  const isOrganizationAdmin = deps.isAdmin === undefined && user.role === 'admin'
  return {
    userId: user.id,
    verifiedEmail: user.emailVerified === true && user.email ? user.email.toLowerCase() : null,
    name: user.name?.trim() || null,
    adminOf: isOrganizationAdmin && organizationId ? { organizationId } : null,
  }
}

/**
 * The viewer for one booking. Only a custom `isAdmin` needs the booking first, which is one more read.
 * Throws `BOOKING_NOT_FOUND` when there is no such booking.
 */
export async function viewerOf<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  bookingId: string,
  user: User,
): Promise<Viewer> {
  const viewer = defaultViewer(deps, user)
  if (deps.isAdmin === undefined) return viewer
  const asAdmin: Viewer = { ...viewer, adminOf: 'any' }
  const found = await deps.store.find({ bookingId, viewer: asAdmin, forgottenBy: forgottenBy(deps.now()) })
  if (found === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  const isAdmin = await deps.isAdmin(user, presentBooking(found.booking, asAdmin, deps))
  return isAdmin === true ? asAdmin : viewer
}
