import type { MeetingPerson, ParticipantRole } from '@meetings/contract'

/** Somebody in the list of people. */
export interface ListedPerson {
  identity: string
  name: string
  role: ParticipantRole | null
  isSelf: boolean
  /** Their stay in the room; `null` for this person themselves, and for who is not here. */
  sid: string | null
}

export interface PeopleToList {
  self: { identity: string; name: string; role: ParticipantRole | null }
  remotes: readonly { sid: string; identity: string }[]
  /** Everybody the ticket names. */
  named: readonly MeetingPerson[]
  /** Identities, whoever raised their hand first comes first. */
  hands: readonly string[]
  guest: string
  locale: string | undefined
}

/** Who is here (oneself, hosts, raised hands in their order, everybody else by name), and who is not. */
export function listPeople(options: PeopleToList): { here: ListedPerson[]; notHere: ListedPerson[] } {
  const { self, remotes, named, hands, guest } = options
  const known = new Map(named.map((person) => [person.identity, person]))
  const compare = new Intl.Collator(options.locale, { sensitivity: 'base', numeric: true }).compare
  const here = remotes.map(({ sid, identity }): ListedPerson => {
    const person = known.get(identity)
    return { sid, identity, name: person?.name ?? guest, role: person?.role ?? null, isSelf: false }
  })
  const rank = ({ identity, role }: ListedPerson) => {
    if (role === 'host' || role === 'admin') return -1
    const place = hands.indexOf(identity)
    return place < 0 ? hands.length : place
  }
  here.sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name))

  const present = new Set([self.identity, ...remotes.map((person) => person.identity)])
  const notHere = named
    .filter((person) => !present.has(person.identity))
    .map((person): ListedPerson => ({ ...person, sid: null, isSelf: false }))
    .sort((a, b) => compare(a.name, b.name))
  return { here: [{ ...self, sid: null, isSelf: true }, ...here], notHere }
}

/** Those whose name has this in it, whatever the case and the accents. */
export function searchPeople(people: readonly ListedPerson[], search: string): readonly ListedPerson[] {
  const wanted = plain(search.trim())
  return wanted === '' ? people : people.filter((person) => plain(person.name).includes(wanted))
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
