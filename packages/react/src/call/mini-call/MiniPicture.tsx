'use client'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { presenterIn, remotesIn, sidsIn } from '../people/people-in-room.ts'
import { useCallList } from '../people/useCallList.ts'
import { useBigSpeaker } from '../stage/useBigSpeaker.ts'
import { ParticipantTile } from '../tile/ParticipantTile.tsx'
import { ScreenTile } from '../tile/ScreenTile.tsx'
import { SelfTile } from '../tile/SelfTile.tsx'

/** The one picture there is room for: a shared screen, else who speaks, else somebody with a camera, else oneself. */
export function MiniPicture() {
  const presenter = useCallState(presenterIn)
  const speaker = useBigSpeaker(true)
  const anybody = useCallState(selectAnybody)
  const isSpeakerHere = useCallList(sidsIn).includes(speaker ?? '')
  if (presenter !== null) return <ScreenTile sid={presenter} />
  const sid = isSpeakerHere ? speaker : anybody
  if (sid === null) return <SelfTile isListed={false} />
  return <ParticipantTile key={sid} sid={sid} isListed={false} />
}

function selectAnybody(state: CallState): string | null {
  const remotes = remotesIn(state)
  const seen = remotes.find(({ camera }) => camera?.isEnabled && camera.isReady)
  return (seen ?? remotes[0])?.sid ?? null
}
