'use client'
import { useCallState } from '../../provider/useCallState.ts'
import type { RoomParticipant } from '../../room/room-client.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useNameOf } from '../people/useNameOf.ts'
import { ParticipantTile } from '../tile/ParticipantTile.tsx'
import { ScreenTile } from '../tile/ScreenTile.tsx'
import { SelfTile } from '../tile/SelfTile.tsx'

/** The one picture there is room for: a shared screen, else somebody with a camera, else anybody, else oneself. */
export function MiniPicture() {
  const remotes = useCallState(selectRemotes)
  const nameOf = useNameOf()
  const presenter = remotes.find((person) => person.screen?.isReady)
  if (presenter?.screen) return <ScreenTile track={presenter.screen} name={nameOf(presenter.identity)} />

  const person = remotes.find(({ camera }) => camera?.isEnabled && camera.isReady) ?? remotes[0]
  if (!person) return <SelfTile isListed={false} />
  return (
    <ParticipantTile key={person.sid} participant={person} name={nameOf(person.identity)} isListed={false} />
  )
}

const NOBODY: readonly RoomParticipant[] = []
const selectRemotes = ({ session }: CallState) => ('room' in session ? session.room.remotes : NOBODY)
