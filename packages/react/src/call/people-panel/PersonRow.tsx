'use client'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { memo, useId, useState } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useTalkPanelWords } from '../people/useTalkPanelWords.ts'
import { Avatar } from '../tile/Avatar.tsx'
import type { ListedPerson } from './list-people.ts'
import { PersonActions } from './PersonActions.tsx'
import { OwnSigns, PersonSigns } from './PersonSigns.tsx'

export interface PersonRowProps extends ListedPerson {
  canModerate: boolean
}

/** One person in the list. Renders again only when they themselves changed. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { identity, name, role, isSelf, sid, canModerate } = props
  const words = useTalkPanelWords()
  const { you } = useCallWords()
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <div role="listitem" data-meetings-part="person" data-here={isSelf || sid !== null}>
      <Avatar identity={identity} name={name} />
      <div data-meetings-part="person-words">
        <bdi data-meetings-part="person-name">{name}</bdi>
        {isSelf && <span data-meetings-part="person-role">{you}</span>}
        {role === 'host' && <span data-meetings-part="person-role">{words.host}</span>}
        {role === 'admin' && <span data-meetings-part="person-role">{words.admin}</span>}
      </div>
      {isSelf && <OwnSigns identity={identity} />}
      {sid !== null && <PersonSigns sid={sid} identity={identity} />}
      {canModerate && (
        <button
          type="button"
          aria-label={fillMessage(words.actionsFor, { name })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          data-meetings-part="person-more"
          onClick={() => setIsOpen(!isOpen)}
        >
          <Ellipsis aria-hidden="true" />
        </button>
      )}
      {canModerate && isOpen && sid !== null && (
        <PersonActions id={id} sid={sid} identity={identity} name={name} onDone={() => setIsOpen(false)} />
      )}
    </div>
  )
})
