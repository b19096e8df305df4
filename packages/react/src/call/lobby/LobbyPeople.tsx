'use client'
import { useFormats } from '../../i18n/useFormats.ts'
import { useLobbyWords } from '../devices/useLobbyWords.ts'
import { useOtherPeople } from '../people/useOtherPeople.ts'
import { lobbyPeopleWords } from './lobby-people-words.ts'
import { useCallBooking } from './useCallBooking.ts'

/** Who is in already, as far as the list of bookings knows; else who is expected. */
export function LobbyPeople() {
  const words = useLobbyWords()
  const { list } = useFormats()
  const others = useOtherPeople('VideoCallModal').map((person) => person.name)
  const booking = useCallBooking()
  const text = lobbyPeopleWords(booking, list(others), words)
  return text === '' ? null : <div data-meetings-part="lobby-people">{text}</div>
}
