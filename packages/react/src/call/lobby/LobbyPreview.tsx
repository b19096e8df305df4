'use client'
import Mic from 'lucide-react/icons/mic'
import MicOff from 'lucide-react/icons/mic-off'
import Video from 'lucide-react/icons/video'
import VideoOff from 'lucide-react/icons/video-off'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { CallButton } from '../control-bar/CallButton.tsx'
import { useLobbyWords } from '../devices/useLobbyWords.ts'
import { useOwnMedia } from '../devices/useOwnMedia.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { ownIdentityIn } from '../people/who-is-who.ts'
import { Avatar } from '../tile/Avatar.tsx'
import { LocalVideo } from '../tile/LocalVideo.tsx'

/**
 * This person as the others will see them, mirrored as in a looking glass, with the two buttons that matter.
 *
 * @param person who it is, where no ticket tells
 */
export function LobbyPreview({ person }: { person?: { identity: string; name: string } }) {
  const words = useLobbyWords()
  const callWords = useCallWords()
  const ownName = useCallState(selectName)
  const ownIdentity = useCallState(selectIdentity)
  const { name, identity } = person ?? { name: ownName, identity: ownIdentity }
  const { calls } = useRuntime('VideoCallModal')
  const { camera, cameraTrack, microphone, isMuted } = useOwnMedia()
  const isHeard = microphone.status !== 'off' && !isMuted
  const isSeen = camera.status !== 'off'
  return (
    <div role="group" aria-label={words.preview} data-meetings-part="lobby-preview">
      <div data-meetings-part="lobby-picture">
        {camera.status === 'on' && cameraTrack ? (
          <LocalVideo track={cameraTrack} />
        ) : (
          <div data-meetings-part="lobby-no-picture">
            <Avatar identity={identity} name={name} />
            <div data-meetings-part="lobby-camera-words">
              {camera.status === 'starting' && <Spinner />}
              {camera.status === 'starting' ? words.cameraStarting : words.cameraIsOff}
            </div>
          </div>
        )}
        <span data-meetings-part="lobby-name">
          <bdi>{name}</bdi>
        </span>
        <div data-meetings-part="lobby-toggles">
          <CallButton
            part="lobby-microphone"
            label={isHeard ? callWords.mute : callWords.unmute}
            icon={isHeard ? Mic : MicOff}
            state={isHeard ? 'on' : 'off'}
            isBusy={microphone.status === 'starting'}
            onPress={() => void calls.toggleMicrophone()}
          />
          <CallButton
            part="lobby-camera"
            label={isSeen ? callWords.turnCameraOff : callWords.turnCameraOn}
            icon={isSeen ? Video : VideoOff}
            state={isSeen ? 'on' : 'off'}
            isBusy={camera.status === 'starting'}
            onPress={() => void calls.toggleCamera()}
          />
        </div>
      </div>
    </div>
  )
}

const selectName = ({ session }: CallState) => ticketOf(session)?.participantName ?? ''
const selectIdentity = ({ session }: CallState) => ownIdentityIn(session)
