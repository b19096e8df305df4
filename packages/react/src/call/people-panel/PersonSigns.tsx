'use client'
import Hand from 'lucide-react/icons/hand'
import Mic from 'lucide-react/icons/mic'
import MicOff from 'lucide-react/icons/mic-off'
import Video from 'lucide-react/icons/video'
import VideoOff from 'lucide-react/icons/video-off'
import { useCallback } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { handPlaceIn } from '../hands/hands-in.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useRemote } from '../people/useRemote.ts'
import { useTalkPanelWords } from '../people/useTalkPanelWords.ts'
import { NetworkSign } from '../tile/NetworkSign.tsx'

/** How somebody else is: their hand, their connection, their camera and their microphone. */
export function PersonSigns({ sid, identity }: { sid: string; identity: string }) {
  const person = useRemote(sid)
  if (!person) return null
  return (
    <Signs
      identity={identity}
      isHeard={person.microphone?.isEnabled === true}
      isSeen={person.camera?.isEnabled === true}
      networkQuality={person.networkQuality}
    />
  )
}

/** The same about oneself. */
export function OwnSigns({ identity }: { identity: string }) {
  const isHeard = useCallState(selectIsHeard)
  const isSeen = useCallState(selectIsSeen)
  const networkQuality = useCallState(selectOwnQuality)
  return <Signs {...{ identity, isHeard, isSeen, networkQuality }} />
}

interface SignsProps {
  identity: string
  isHeard: boolean
  isSeen: boolean
  networkQuality: number | null
}

function Signs({ identity, isHeard, isSeen, networkQuality }: SignsProps) {
  const words = useTalkPanelWords()
  const { muted, cameraOff } = useCallWords()
  const place = useCallState(useCallback((state: CallState) => handPlaceIn(state, identity), [identity]))
  return (
    <div data-meetings-part="person-signs">
      {place !== null && (
        <span
          role="img"
          aria-label={fillMessage(words.handPlace, { place: `${place}` })}
          data-meetings-part="person-hand"
        >
          <Hand aria-hidden="true" />
          <span aria-hidden="true">{place}</span>
        </span>
      )}
      <NetworkSign quality={networkQuality} />
      {isSeen ? (
        <Video role="img" aria-label={words.cameraOn} />
      ) : (
        <VideoOff role="img" aria-label={cameraOff} data-state="off" />
      )}
      {isHeard ? (
        <Mic role="img" aria-label={words.microphoneOn} />
      ) : (
        <MicOff role="img" aria-label={muted} data-state="off" />
      )}
    </div>
  )
}

const selectIsHeard = ({ media }: CallState) => !media.isMuted && media.microphone.status === 'on'
const selectIsSeen = ({ media }: CallState) => media.camera.status === 'on'
const selectOwnQuality = ({ session }: CallState) =>
  'room' in session ? session.room.local.networkQuality : null
