'use client'
import type { RoomParticipant } from '../../room/room-client.ts'
import type { CallComponents } from '../components.ts'
import { attachOf } from '../headless/call-participant.ts'
import type { Place } from '../stage/place-tiles.ts'
import { placeStyle } from './place-style.ts'

/** A tile of the host's own in the place where ours would be. */
export function HostTile(props: {
  Tile: NonNullable<CallComponents['Tile']>
  participant: RoomParticipant
  name: string
  isSpeaking: boolean
  isListed: boolean
  place: Place | null
}) {
  const { Tile, participant, name, isSpeaking, isListed, place } = props
  const { sid, identity, microphone, camera, state } = participant
  return (
    <div role={isListed ? 'listitem' : undefined} data-meetings-part="host-tile" style={placeStyle(place)}>
      <Tile
        sid={sid}
        identity={identity}
        name={name}
        isMuted={!microphone?.isEnabled}
        isSpeaking={isSpeaking}
        isReconnecting={state === 'reconnecting'}
        attachCamera={attachOf(camera)}
      />
    </div>
  )
}
