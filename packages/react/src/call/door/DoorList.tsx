'use client'
import type { MeetingPerson } from '@meetings/contract'
import type { ReactNode } from 'react'
import { Avatar } from '../tile/Avatar.tsx'

export interface DoorListProps {
  title: string
  state: 'waiting' | 'removed'
  people: readonly MeetingPerson[]
  /** Beside the title. */
  children?: ReactNode
  actionsFor(person: MeetingPerson): ReactNode
}

/** People at the door, each with what can be decided about them. */
export function DoorList({ title, state, people, children, actionsFor }: DoorListProps) {
  return (
    <div data-meetings-part="door-list" data-state={state}>
      <div data-meetings-part="door-head">
        <div role="heading" aria-level={3} data-meetings-part="people-title">
          {title}
        </div>
        {children}
      </div>
      <div role="list" aria-label={title} data-meetings-part="people-list">
        {people.map((person) => (
          <div key={person.identity} role="listitem" data-meetings-part="person">
            <Avatar identity={person.identity} name={person.name} />
            <div data-meetings-part="person-words">
              <bdi data-meetings-part="person-name">{person.name}</bdi>
            </div>
            <div data-meetings-part="door-actions">{actionsFor(person)}</div>
          </div>
        ))}
      </div>
    </div>
  )
}
