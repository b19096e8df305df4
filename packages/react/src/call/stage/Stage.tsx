'use client'
import { useRef } from 'react'
import { useAround } from '../notices/useAround.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { ParticipantTile } from '../tile/ParticipantTile.tsx'
import { ScreenTile } from '../tile/ScreenTile.tsx'
import { SelfTile } from '../tile/SelfTile.tsx'
import { StageWords } from './StageWords.tsx'
import { useElementSize } from './useElementSize.ts'
import { useStagePlan } from './useStagePlan.ts'

/**
 * Where people are seen. Tiles keep their place in the document when the layout changes, so no picture
 * blinks; who is on another page has no tile, so the service need not send their picture.
 */
export function Stage() {
  const words = useCallWords()
  const floor = useRef<HTMLDivElement>(null)
  const size = useElementSize(floor)
  const { layout, presenter, screenPlace, people, self, page, pages, turnTo } = useStagePlan(size)
  const around = useAround(pages > 1)
  const canPin = people.length > 1

  return (
    <div data-meetings-part="stage" data-layout={layout} data-pages={pages > 1 || undefined}>
      <div ref={floor} data-meetings-part="stage-floor">
        {presenter !== null && <ScreenTile sid={presenter} place={screenPlace} />}
        <div role="list" aria-label={words.people} data-meetings-part="people">
          {people.map(({ sid, place }) => (
            <ParticipantTile key={sid} sid={sid} place={place} canPin={canPin} />
          ))}
          {self && <SelfTile place={self.place} isFloating={self.isFloating} />}
        </div>
      </div>
      {layout === 'alone' && <StageWords />}
      {pages > 1 && around && <around.StagePager {...{ floor, page, pages }} onTurn={turnTo} />}
    </div>
  )
}
