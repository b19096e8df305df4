'use client'
import { memo, useContext } from 'react'
import { CallOptionsContext } from '../call-options.ts'
import { useNameOf } from '../people/useNameOf.ts'
import { useIsSpeaking, useRemote } from '../people/useRemote.ts'
import type { Place } from '../stage/place-tiles.ts'
import { HostTile } from './HostTile.tsx'
import { PinButton } from './PinButton.tsx'
import { isSamePlace } from './place-style.ts'
import { Tile } from './Tile.tsx'
import { TrackVideo } from './TrackVideo.tsx'

export interface ParticipantTileProps {
  sid: string
  place?: Place | null
  isListed?: boolean
  /** Whether there is a large place to give away. */
  canPin?: boolean
}

/** Somebody else in the room. Renders again only when they themselves, their place or the speaker changed. */
export const ParticipantTile = memo(function ParticipantTile(props: ParticipantTileProps) {
  const { sid, place = null, isListed = true, canPin = false } = props
  const participant = useRemote(sid)
  const isSpeaking = useIsSpeaking(sid)
  const nameOf = useNameOf()
  const Custom = useContext(CallOptionsContext).components?.Tile
  if (!participant) return null
  const { camera, microphone, identity, state, networkQuality } = participant
  const name = nameOf(identity)
  if (Custom === null) return null
  if (Custom) return <HostTile {...{ Tile: Custom, participant, name, isSpeaking, isListed, place }} />
  const isSeen = camera?.isEnabled && camera.isReady
  return (
    <Tile
      identity={identity}
      name={name}
      isMuted={!microphone?.isEnabled}
      isReconnecting={state === 'reconnecting'}
      isSpeaking={isSpeaking}
      isPaused={isSeen === true && camera.isSwitchedOff}
      networkQuality={networkQuality}
      isListed={isListed}
      place={place}
      actions={canPin && <PinButton identity={identity} name={name} />}
    >
      {isSeen && <TrackVideo key={camera.sid} track={camera} />}
    </Tile>
  )
}, isSame)

function isSame(old: ParticipantTileProps, now: ParticipantTileProps): boolean {
  return (
    old.sid === now.sid &&
    old.isListed === now.isListed &&
    old.canPin === now.canPin &&
    isSamePlace(old.place, now.place)
  )
}
