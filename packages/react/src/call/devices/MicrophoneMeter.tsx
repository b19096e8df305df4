'use client'
import { useEffect, useRef, useState } from 'react'
import { createSoundMeter } from '../../media/sound-meter.ts'
import { useLobbyWords } from './useLobbyWords.ts'
import { useOwnMedia } from './useOwnMedia.ts'

/** Above this somebody is talking, not breathing. */
const HEARD = 0.35

/**
 * Shows that the microphone hears something. The bar is moved frame by frame without React; the words
 * change once, when the first sound has been heard.
 */
export function MicrophoneMeter() {
  const { microphone, microphoneTrack: track, isMuted } = useOwnMedia()
  const words = useLobbyWords()
  const bar = useRef<HTMLSpanElement>(null)
  const [heard, setHeard] = useState<MediaStreamTrack | null>(null)

  useEffect(() => {
    const element = bar.current
    const meter = track && !isMuted ? createSoundMeter(track, newContext) : null
    if (!meter || !element) return
    let frame = 0
    let isHeard = false
    const draw = () => {
      const level = meter.level()
      element.style.setProperty('--meetings-level', level.toFixed(3))
      if (level > HEARD && !isHeard) {
        isHeard = true
        setHeard(track)
      }
      frame = requestAnimationFrame(draw)
    }
    draw()
    return () => {
      cancelAnimationFrame(frame)
      element.style.removeProperty('--meetings-level')
      meter.stop()
    }
  }, [track, isMuted])

  if (microphone.status !== 'on') return null
  const state = isMuted ? 'muted' : heard === track ? 'heard' : 'waiting'
  return (
    <div data-meetings-part="microphone-test" data-state={state}>
      <span ref={bar} aria-hidden="true" data-meetings-part="microphone-meter" />
      <span role="status">
        {state === 'muted'
          ? words.microphoneMuted
          : state === 'heard'
            ? words.microphoneHeard
            : words.saySomething}
      </span>
    </div>
  )
}

function newContext(): AudioContext | null {
  return typeof AudioContext === 'undefined' ? null : new AudioContext()
}
