'use client'
import { memo, useEffect, useRef } from 'react'
import type { RoomTrack } from '../../room/room-client.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useChosenSpeaker, useSpeaker } from '../devices/useSpeaker.ts'
import { remotesIn } from '../people/people-in-room.ts'
import { useCallList } from '../people/useCallList.ts'
import { useRemote } from '../people/useRemote.ts'
import type { CallSound } from './useCallSound.ts'

/**
 * Plays what the others say, apart from their tiles: no change of layout may interrupt a voice.
 * One's own sound is not among it.
 */
export function RemoteSound({ play }: { play: CallSound['play'] }) {
  const voices = useCallList(selectVoices)
  const screens = useCallList(selectScreens)
  const speaker = useChosenSpeaker()
  return (
    <div hidden data-meetings-part="sound">
      {voices.map((sid) => (
        <PersonSound key={sid} sid={sid} source="microphone" play={play} speaker={speaker} />
      ))}
      {screens.map((sid) => (
        <PersonSound key={sid} sid={sid} source="screenAudio" play={play} speaker={speaker} />
      ))}
    </div>
  )
}

/** Looks the person up itself: whoever mutes is nobody else's business. */
const PersonSound = memo(function PersonSound(props: {
  sid: string
  source: 'microphone' | 'screenAudio'
  play: CallSound['play']
  speaker: string
}) {
  const { sid, source, play, speaker } = props
  const track = useRemote(sid)?.[source]
  return track ? <TrackSound key={track.sid} track={track} play={play} speaker={speaker} /> : null
})

function TrackSound(props: { track: RoomTrack; play: CallSound['play']; speaker: string }) {
  const { track, play, speaker } = props
  const element = useRef<HTMLAudioElement>(null)
  const latest = useRef(track)
  latest.current = track
  const { isReady } = track
  useSpeaker(element, speaker)

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

const selectVoices = (state: CallState) =>
  remotesIn(state).flatMap(({ sid, microphone }) => (microphone ? [sid] : []))
const selectScreens = (state: CallState) =>
  remotesIn(state).flatMap(({ sid, screenAudio }) => (screenAudio ? [sid] : []))
