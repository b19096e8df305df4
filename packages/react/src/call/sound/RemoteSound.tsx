'use client'
import { useEffect, useRef } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { RoomParticipant, RoomTrack } from '../../room/room-client.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useSpeaker } from '../devices/useSpeaker.ts'
import type { CallSound } from './useCallSound.ts'

/**
 * Plays what the others say, apart from their tiles: no change of layout may interrupt a voice.
 * One's own sound is not among it.
 */
export function RemoteSound({ play }: { play: CallSound['play'] }) {
  const remotes = useCallState(selectRemotes)
  return (
    <div hidden data-meetings-part="sound">
      {remotes.flatMap((person) => [
        person.microphone && <TrackSound key={person.microphone.sid} track={person.microphone} play={play} />,
        person.screenAudio && (
          <TrackSound key={person.screenAudio.sid} track={person.screenAudio} play={play} />
        ),
      ])}
    </div>
  )
}

function TrackSound({ track, play }: { track: RoomTrack; play: CallSound['play'] }) {
  const element = useRef<HTMLAudioElement>(null)
  const latest = useRef(track)
  latest.current = track
  const { isReady } = track
  useSpeaker(element)

  useEffect(() => {
    const audio = element.current
    if (!isReady || !audio) return
    const detach = latest.current.attach(audio)
    const forget = play(audio)
    return () => {
      forget()
      detach()
    }
  }, [isReady, play])

  // biome-ignore lint/a11y/useMediaCaption: a live voice has no caption file.
  return <audio ref={element} autoPlay />
}

const NOBODY: readonly RoomParticipant[] = []
const selectRemotes = ({ session }: CallState) => ('room' in session ? session.room.remotes : NOBODY)
