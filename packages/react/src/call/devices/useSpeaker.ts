'use client'
import { type RefObject, useEffect } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'

/** Sends an element's sound to the chosen speaker. One that has just gone leaves the sound where it is. */
export function useSpeaker(element: RefObject<HTMLMediaElement | null>): void {
  const speaker = useCallState(selectSpeaker) ?? ''
  useEffect(() => {
    const audio = element.current
    // Safari on phones and older browsers let the system choose.
    if (!audio || typeof audio.setSinkId !== 'function' || audio.sinkId === speaker) return
    audio.setSinkId(speaker).catch(() => {})
  }, [element, speaker])
}

const selectSpeaker = ({ media }: CallState) => media.devices.using.speaker
