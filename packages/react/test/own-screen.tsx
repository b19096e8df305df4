import { type CSSProperties, memo, useEffect, useRef } from 'react'
import { useChat } from '../src/call/chat/useChat.ts'
import type { CallParticipant } from '../src/call/headless/call-participant.ts'
import { useCall } from '../src/call/headless/useCall.ts'
import { useParticipants } from '../src/call/headless/useParticipants.ts'
import { CallAudio } from '../src/call/sound/CallAudio.tsx'
import { describeError } from '../src/errors/describe-error.ts'
import { en } from '../src/i18n/locales/en.ts'
import { useDevices } from '../src/local-media/useDevices.ts'
import { useLocalMedia } from '../src/local-media/useLocalMedia.ts'

const FACES: CSSProperties = { display: 'flex', flexWrap: 'wrap', gap: 16, margin: 0, padding: 0 }
const PICTURE: CSSProperties = {
  inlineSize: 240,
  aspectRatio: '4 / 3',
  background: '#d9e0e2',
  borderRadius: 12,
}

/** A call of a host's own: nothing of ours is on the screen, everything of ours is in the hooks. */
export function OwnScreen() {
  const { phase, problem, endedBy, join, retry, close, leave } = useCall()
  if (phase === 'idle' || phase === 'launching') return null
  if (phase === 'lobby')
    return (
      <section aria-label="My call">
        <ul aria-label="Faces" style={FACES}>
          <Myself />
        </ul>
        <Microphones />{' '}
        <button type="button" onClick={join}>
          Go in
        </button>
      </section>
    )
  if (phase === 'failed' || phase === 'ended' || phase === 'turned-away')
    return (
      <section aria-label="My call">
        <p role="alert">{problem ? describeError(problem, en).title : `It is over: ${endedBy}`}</p>
        <button type="button" onClick={() => void retry()}>
          Once more
        </button>
        <button type="button" onClick={close}>
          Done
        </button>
      </section>
    )
  return (
    <section aria-label="My call">
      <p role="status">{phase === 'connected' ? 'You are in.' : 'One moment …'}</p>
      <ul aria-label="Faces" style={FACES}>
        <Myself />
        <Others />
      </ul>
      <CallAudio>
        {(turnOn) => (
          <button type="button" onClick={turnOn}>
            Let me hear them
          </button>
        )}
      </CallAudio>
      <OwnButtons />
      <Microphones />
      <Said />
      <button type="button" onClick={() => void leave()}>
        Go
      </button>
    </section>
  )
}

function Others() {
  return useParticipants().map((person) => <Face key={person.sid} person={person} />)
}

const Face = memo(function Face({ person: { name, isMuted, attachCamera } }: { person: CallParticipant }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => (video.current && attachCamera ? attachCamera(video.current) : undefined), [attachCamera])
  return (
    <li style={{ display: 'grid' }}>
      <video ref={video} autoPlay muted playsInline style={PICTURE} />
      {`${name ?? 'Somebody'}${isMuted ? ', quiet' : ''}`}
    </li>
  )
})

function Myself() {
  const { cameraTrack } = useLocalMedia()
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = cameraTrack && new MediaStream([cameraTrack])
  }, [cameraTrack])
  return (
    <li style={{ display: 'grid' }}>
      <video ref={video} autoPlay muted playsInline style={{ ...PICTURE, scale: '-1 1' }} />
      Myself
    </li>
  )
}

function OwnButtons() {
  const { isMuted, toggleMicrophone } = useCall()
  const { camera, toggleCamera } = useLocalMedia()
  return (
    <p>
      <button type="button" onClick={() => void toggleMicrophone()}>
        {isMuted ? 'Talk' : 'Hush'}
      </button>{' '}
      <button type="button" onClick={() => void toggleCamera()}>
        {camera.status === 'on' ? 'Hide me' : 'Show me'}
      </button>
    </p>
  )
}

function Microphones() {
  const { microphones, microphoneId, chooseDevice } = useDevices()
  return (
    <label>
      Microphone{' '}
      <select
        value={microphoneId ?? ''}
        onChange={({ target }) => void chooseDevice('microphone', target.value)}
      >
        {microphones.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Said() {
  const { messages, send } = useChat()
  return (
    <>
      <ul aria-label="Said">
        {messages.map(({ id, isOwn, senderName, text }) => (
          <li key={id}>{`${isOwn ? 'I' : (senderName ?? 'Somebody')}: ${text}`}</li>
        ))}
      </ul>
      <button type="button" onClick={() => send('Good morning')}>
        Greet
      </button>
    </>
  )
}
