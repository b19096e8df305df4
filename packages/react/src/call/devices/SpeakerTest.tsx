'use client'
import Play from 'lucide-react/icons/play'
import { useEffect, useRef, useState } from 'react'
import { playTestSound } from '../../media/play-test-sound.ts'
import { useLobbyWords } from './useLobbyWords.ts'

/** Plays a chime through the chosen speaker. */
export function SpeakerTest(props: {
  speakerId: string | null
  play?: (speakerId: string | null) => Promise<void>
}) {
  const { speakerId, play = playTestSound } = props
  const words = useLobbyWords()
  const [state, setState] = useState<'quiet' | 'playing' | 'failed'>('quiet')
  const isMounted = useRef(false)

  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  function test(): void {
    if (state === 'playing') return
    setState('playing')
    const end = (next: 'quiet' | 'failed') => isMounted.current && setState(next)
    play(speakerId).then(
      () => end('quiet'),
      () => end('failed'),
    )
  }

  return (
    <div data-meetings-part="speaker-test" data-state={state}>
      <button type="button" data-meetings-part="speaker-button" onClick={test}>
        <Play aria-hidden="true" />
        {words.testSpeaker}
      </button>
      <span role="status">
        {state === 'playing' && words.speakerPlaying}
        {state === 'failed' && words.speakerFailed}
      </span>
    </div>
  )
}
