'use client'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { TurnedAway } from '../waiting-room/TurnedAway.tsx'
import { WaitingRoom } from '../waiting-room/WaitingRoom.tsx'
import { Lobby } from './Lobby.tsx'

/** Whatever comes before the room: the person's own yes, or the host's. One chunk, because all show the same preview. */
export function BeforeCall() {
  const phase = useCallState(selectPhase)
  const problem = useCallState(selectProblem)
  if (problem) return <TurnedAway problem={problem} />
  return phase === 'waiting' ? <WaitingRoom /> : <Lobby />
}

const selectPhase = ({ session }: CallState) => session.phase
const selectProblem = ({ session }: CallState) => (session.phase === 'turned-away' ? session.problem : null)
