'use client'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'
import { ownIdentityIn } from '../people/who-is-who.ts'
import { LocalVideo } from './LocalVideo.tsx'
import { Tile } from './Tile.tsx'

/** This person, mirrored as in a looking glass. Their own sound is never played back. */
export function SelfTile({ isListed = true }: { isListed?: boolean }) {
  const track = useCallState(selectCamera)
  const isSilent = useCallState(selectIsSilent)
  const name = useCallState(selectOwnName)
  const identity = useCallState(selectOwnIdentity)
  return (
    <Tile identity={identity} name={name} isLocal isMuted={isSilent} isListed={isListed}>
      {track && <LocalVideo track={track} />}
    </Tile>
  )
}

const selectCamera = ({ media }: CallState) => (media.camera.status === 'on' ? media.cameraTrack : null)
const selectIsSilent = ({ media }: CallState) => media.isMuted || media.microphone.status !== 'on'
const selectOwnName = ({ session }: CallState) => ticketOf(session)?.participantName ?? ''
const selectOwnIdentity = ({ session }: CallState) => ownIdentityIn(session)
