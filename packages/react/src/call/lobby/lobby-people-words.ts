import type { Booking } from '@meetings/contract'
import type { LobbyMessages } from '../../i18n/en/lobby.ts'
import { fillMessage } from '../../i18n/fill-message.ts'

type Known = Pick<Booking, 'presence' | 'viewerRole' | 'hostName' | 'customerName'>

/**
 * Who is in already, or who is expected where nobody is or nobody knows; empty when there is nothing to say.
 *
 * @param expected everybody else's names, as one text
 */
export function lobbyPeopleWords(booking: Known | null, expected: string, words: LobbyMessages): string {
  const waitFor = expected === '' ? '' : fillMessage(words.expected, { people: expected })
  const { presence } = booking ?? {}
  if (!booking || !presence) return waitFor
  const isIn = (person: string) => fillMessage(words.personIsIn, { person })
  if (booking.viewerRole !== 'host') return presence.hostIsIn ? isIn(booking.hostName) : waitFor
  if (presence.others === 0) return waitFor
  return presence.others === 1
    ? isIn(booking.customerName)
    : fillMessage(words.peopleAreIn, { count: String(presence.others) })
}
