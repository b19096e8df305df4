'use client'
import { memo } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { RoomTrack } from '../../room/room-client.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { TrackVideo } from './TrackVideo.tsx'

/** A shared screen, whole: nothing of it is ever cropped. */
export const ScreenTile = memo(function ScreenTile({ track, name }: { track: RoomTrack; name: string }) {
  const words = useCallWords()
  const label = fillMessage(words.screenOf, { name })
  return (
    <div role="figure" aria-label={label} data-meetings-part="screen-tile">
      <TrackVideo key={track.sid} track={track} />
      <div data-meetings-part="screen-label">{label}</div>
    </div>
  )
})
