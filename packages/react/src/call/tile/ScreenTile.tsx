'use client'
import { memo } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { RoomTrack } from '../../room/room-client.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { TrackVideo } from './TrackVideo.tsx'

/** A shared screen, whole: nothing of it is ever cropped. */
export const ScreenTile = memo(function ScreenTile({ track, name }: { track: RoomTrack; name: string }) {
  const words = useCallWords()
  return (
    <figure data-meetings-part="screen-tile">
      <TrackVideo key={track.sid} track={track} />
      <figcaption data-meetings-part="screen-label">{fillMessage(words.screenOf, { name })}</figcaption>
    </figure>
  )
})
