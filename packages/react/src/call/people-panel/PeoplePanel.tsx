'use client'
import Search from 'lucide-react/icons/search'
import { useMemo, useState } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { LockSwitch } from '../door/LockSwitch.tsx'
import { Removed } from '../door/Removed.tsx'
import { Waiting } from '../door/Waiting.tsx'
import { useIsHost } from '../people/useIsHost.ts'
import { useTalkPanelWords } from '../people/useTalkPanelWords.ts'
import { EverybodyActions } from './EverybodyActions.tsx'
import { type ListedPerson, searchPeople } from './list-people.ts'
import { PersonRow } from './PersonRow.tsx'
import { usePeople } from './usePeople.ts'

/** From so many people on, the list can be searched. */
const WORTH_A_SEARCH = 9

/** Everybody in the call and everybody who is expected, with how they are and, for hosts, what to do about it. */
export function Panel() {
  const words = useTalkPanelWords()
  const { here, notHere } = usePeople()
  const isHost = useIsHost()
  const [search, setSearch] = useState('')
  const isSearchable = here.length + notHere.length >= WORTH_A_SEARCH
  const wanted = isSearchable ? search : ''
  const shown = useMemo(() => searchPeople(here, wanted), [here, wanted])
  const shownLater = useMemo(() => searchPeople(notHere, wanted), [notHere, wanted])

  return (
    <div data-meetings-part="people-panel">
      {isSearchable && (
        <div data-meetings-part="people-search">
          <Search aria-hidden="true" />
          <input
            type="search"
            value={search}
            aria-label={words.searchPeople}
            placeholder={words.searchPeople}
            data-meetings-part="people-search-input"
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => {
              // The first Escape empties the field, the next closes the panel.
              if (event.key !== 'Escape' || search === '') return
              event.preventDefault()
              setSearch('')
            }}
          />
        </div>
      )}
      {isHost && <Waiting />}
      {isHost && here.length > 1 && <EverybodyActions />}
      {isHost && <LockSwitch />}
      <div role="status" data-meetings-part="people-nobody">
        {shown.length + shownLater.length === 0 && words.nobodyFound}
      </div>
      <PeopleList
        title={fillMessage(words.inTheCall, { count: `${here.length}` })}
        people={shown}
        isHost={isHost}
      />
      <PeopleList
        title={fillMessage(words.notInTheCall, { count: `${notHere.length}` })}
        people={shownLater}
        isHost={isHost}
      />
      {isHost && <Removed />}
    </div>
  )
}

function PeopleList(props: { title: string; people: readonly ListedPerson[]; isHost: boolean }) {
  const { title, people, isHost } = props
  if (people.length === 0) return null
  return (
    <>
      <div role="heading" aria-level={3} data-meetings-part="people-title">
        {title}
      </div>
      <div role="list" aria-label={title} data-meetings-part="people-list">
        {people.map(({ identity, name, role, isSelf, sid }) => (
          <PersonRow
            key={sid ?? identity}
            {...{ identity, name, role, isSelf, sid }}
            canModerate={isHost && sid !== null}
          />
        ))}
      </div>
    </>
  )
}
