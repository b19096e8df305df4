'use client'
import { memo } from 'react'
import type { RoomParticipant } from '../../room/room-client.ts'
import { Tile } from './Tile.tsx'
import { TrackVideo } from './TrackVideo.tsx'

/** Somebody else in the room. Renders again only when they themselves changed. */
export const ParticipantTile = memo(function ParticipantTile(props: {
  participant: RoomParticipant
  name: string
  isListed?: boolean
}) {
  const { participant, name, isListed = true } = props
  const { camera, microphone, identity, state } = participant
  return (
    <Tile
      identity={identity}
      name={name}
      isMuted={!microphone?.isEnabled}
      isReconnecting={state === 'reconnecting'}
      isListed={isListed}
    >
      {camera?.isEnabled && camera.isReady && <TrackVideo key={camera.sid} track={camera} />}
    </Tile>
  )
})
