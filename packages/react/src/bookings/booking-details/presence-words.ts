import type { Booking } from '@meetings/contract'
import type { BookingActionMessages } from '../../i18n/en/booking-actions.ts'
import { fillMessage } from '../../i18n/fill-message.ts'

/** Who waits for whom, before the viewer is in; `null` when nobody does or nobody knows. */
export function presenceWords(
  booking: Pick<Booking, 'presence' | 'viewerRole' | 'hostName' | 'customerName'>,
  words: BookingActionMessages,
): string | null {
  const { presence, viewerRole, hostName, customerName } = booking
  if (!presence) return null
  const waits = (person: string) => fillMessage(words.personWaits, { person })
  if (viewerRole !== 'host') return presence.hostIsIn ? waits(hostName) : words.hostNotIn
  if (presence.others === 0) return null
  return presence.others === 1
    ? waits(customerName)
    : fillMessage(words.peopleWait, { count: String(presence.others) })
}
