'use client'
import { type CSSProperties, useRef } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { RoomParticipant } from '../../room/room-client.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useNameOf } from '../people/useNameOf.ts'
import { ParticipantTile } from '../tile/ParticipantTile.tsx'
import { ScreenTile } from '../tile/ScreenTile.tsx'
import { SelfTile } from '../tile/SelfTile.tsx'
import { fitTiles } from './fit-tiles.ts'
import { StageWords } from './StageWords.tsx'
import { useElementSize } from './useElementSize.ts'

/**
 * - `alone`: one's own picture beside what is being waited for
 * - `duo`: the other person large, oneself small in a corner
 * - `grid`: everybody the same size
 * - `screen`: a shared screen large, people beside it
 */
export type StageLayout = 'alone' | 'duo' | 'grid' | 'screen'

/** Where people are seen. Tiles stay mounted when the layout changes, so no picture blinks. */
export function Stage() {
  const remotes = useCallState(selectRemotes)
  const words = useCallWords()
  const nameOf = useNameOf()
  const people = useRef<HTMLDivElement>(null)
  const size = useElementSize(people)
  const presenter = remotes.find((person) => person.screen?.isReady)
  const layout = layoutOf(remotes.length, presenter !== undefined)

  return (
    <div data-meetings-part="stage" data-layout={layout}>
      {presenter?.screen && <ScreenTile track={presenter.screen} name={nameOf(presenter.identity)} />}
      <div
        ref={people}
        role="list"
        aria-label={words.people}
        data-meetings-part="people"
        // The strip scrolls, so the keyboard must get at it.
        tabIndex={layout === 'screen' ? 0 : undefined}
        style={size ? tileSize(layout, remotes.length, size) : undefined}
      >
        {remotes.map((person) => (
          <ParticipantTile key={person.sid} participant={person} name={nameOf(person.identity)} />
        ))}
        <SelfTile />
      </div>
      {layout === 'alone' && <StageWords />}
    </div>
  )
}

function layoutOf(others: number, isSharing: boolean): StageLayout {
  if (isSharing) return 'screen'
  if (others === 0) return 'alone'
  return others === 1 ? 'duo' : 'grid'
}

function tileSize(layout: StageLayout, others: number, size: { width: number; height: number }) {
  const fit = fitTiles(layout === 'grid' || layout === 'screen' ? others + 1 : 1, size)
  return {
    '--meetings-tile-width': `${fit.width}px`,
    '--meetings-tile-height': `${fit.height}px`,
  } as CSSProperties
}

const NOBODY: readonly RoomParticipant[] = []
const selectRemotes = ({ session }: CallState) => ('room' in session ? session.room.remotes : NOBODY)
