import type { ParticipantRole } from '@meetings/contract'
import type { BookingRecord, Viewer } from '../ports/booking-store.ts'

/**
 * What the viewer is in this meeting; `null` for a stranger. Participants stay participants even when they
 * are admins as well. The SQL function `meetings_role` says the same for the database.
 */
export function participantRole(booking: BookingRecord, viewer: Viewer): ParticipantRole | null {
  if (isHost(booking, viewer)) return 'host'
  if (booking.customerId === viewer.userId) return 'customer'
  const email = viewer.verifiedEmail
  if (email !== null) {
    // An address counts only while nobody's account is attached: the account is the stronger proof.
    if (booking.customerId === null && booking.customerEmail?.toLowerCase() === email) return 'customer'
    if (guestsOf(booking).some((guest) => guest.email === email)) return 'guest'
  }
  return administers(booking, viewer) ? 'admin' : null
}

/** Whether the viewer administers this booking, participant or not. */
export function administers(booking: BookingRecord, viewer: Viewer): boolean {
  if (viewer.adminOf === 'any') return true
  return viewer.adminOf !== null && viewer.adminOf.organizationId === booking.organizationId
}

/** Whether the viewer may end the meeting for all and see who came: its host and its admins, guests or not. */
export function isInCharge(booking: BookingRecord, viewer: Viewer): boolean {
  return isHost(booking, viewer) || administers(booking, viewer)
}

function isHost(booking: BookingRecord, { userId }: Viewer): boolean {
  return booking.hostId === userId || furtherHostsOf(booking).some(({ id }) => id === userId)
}

/** Those who host it besides its first host. Entries that are not hosts are skipped. */
export function furtherHostsOf(booking: BookingRecord): { id: string; name: string | null }[] {
  const { hosts } = booking.metadata
  if (!Array.isArray(hosts)) return []
  return hosts.flatMap((host: unknown) => {
    if (typeof host !== 'object' || host === null || !('id' in host)) return []
    if (typeof host.id !== 'string') return []
    return [{ id: host.id, name: 'name' in host && typeof host.name === 'string' ? host.name : null }]
  })
}

/** The invited guests; e-mail addresses in lower case. Entries that are not guests are skipped. */
export function guestsOf(booking: BookingRecord): { email: string; name: string | null }[] {
  const { guests } = booking.metadata
  if (!Array.isArray(guests)) return []
  return guests.flatMap((guest: unknown) => {
    if (typeof guest !== 'object' || guest === null || !('email' in guest)) return []
    if (typeof guest.email !== 'string') return []
    const name = 'name' in guest && typeof guest.name === 'string' ? guest.name : null
    return [{ email: guest.email.toLowerCase(), name }]
  })
}
