'use client'
import { memo } from 'react'
import type { CallView } from '../../provider/call-view.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'
import { ownIdentityIn } from '../people/who-is-who.ts'
import type { Place } from '../stage/place-tiles.ts'
import { useViewOf } from '../useViewOf.ts'
import { LocalVideo } from './LocalVideo.tsx'
import { isSamePlace } from './place-style.ts'
import { Tile } from './Tile.tsx'

export interface SelfTileProps {
  isListed?: boolean
  isFloating?: boolean
  place?: Place | null
}

/** This person, by default mirrored as in a looking glass. Their own sound is never played back. */
export const SelfTile = memo(
  function SelfTile({ isListed = true, isFloating = false, place = null }: SelfTileProps) {
    const track = useCallState(selectCamera)
    const isSilent = useCallState(selectIsSilent)
    const name = useCallState(selectOwnName)
    const identity = useCallState(ownIdentityOf)
    const networkQuality = useCallState(selectQuality)
    const isMirrored = useViewOf(selectIsMirrored)
    return (
      <Tile
        identity={identity}
        name={name}
        isLocal
        isMuted={isSilent}
        isListed={isListed}
        isFloating={isFloating}
        networkQuality={networkQuality}
        place={place}
      >
        {track && <LocalVideo track={track} isMirrored={isMirrored} />}
      </Tile>
    )
  },
  (old, now) =>
    old.isListed === now.isListed && old.isFloating === now.isFloating && isSamePlace(old.place, now.place),
)

const selectCamera = ({ media }: CallState) => (media.camera.status === 'on' ? media.cameraTrack : null)
const selectIsSilent = ({ media }: CallState) => media.isMuted || media.microphone.status !== 'on'
const selectOwnName = ({ session }: CallState) => ticketOf(session)?.participantName ?? ''
const ownIdentityOf = ({ session }: CallState) => ownIdentityIn(session)
const selectQuality = ({ session }: CallState) =>
  'room' in session ? session.room.local.networkQuality : null
const selectIsMirrored = (view: CallView) => view.isMirrored
