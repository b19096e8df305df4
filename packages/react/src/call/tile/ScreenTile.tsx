'use client'
import { memo } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useNameOf } from '../people/useNameOf.ts'
import { useRemote } from '../people/useRemote.ts'
import type { Place } from '../stage/place-tiles.ts'
import { isSamePlace, placeStyle } from './place-style.ts'
import { TrackVideo } from './TrackVideo.tsx'

export interface ScreenTileProps {
  /** Of the person who shares it. */
  sid: string
  place?: Place | null
}

/** A shared screen, whole: nothing of it is ever cropped. */
export const ScreenTile = memo(
  function ScreenTile({ sid, place = null }: ScreenTileProps) {
    const words = useCallWords()
    const nameOf = useNameOf()
    const participant = useRemote(sid)
    if (!participant?.screen) return null
    const { identity, screen } = participant
    const label = fillMessage(words.screenOf, { name: nameOf(identity) })
    return (
      <div role="figure" aria-label={label} data-meetings-part="screen-tile" style={placeStyle(place)}>
        <TrackVideo key={screen.sid} track={screen} />
        <div data-meetings-part="screen-label">{label}</div>
      </div>
    )
  },
  (old, now) => old.sid === now.sid && isSamePlace(old.place, now.place),
)
