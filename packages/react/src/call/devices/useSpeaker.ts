'use client'
import { type RefObject, useEffect } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'

/** The chosen speaker, by id; empty for the browser's default. */
export function useChosenSpeaker(): string {
  return useCallState(selectSpeaker) ?? ''
}

/** Sends an element's sound to a speaker. One that has just gone leaves the sound where it is. */
export function useSpeaker(element: RefObject<HTMLMediaElement | null>, speaker: string): void {
  useEffect(() => {
    const audio = element.current
    // Safari on phones and older browsers let the system choose.
    if (!audio || typeof audio.setSinkId !== 'function' || audio.sinkId === speaker) return
    audio.setSinkId(speaker).catch(() => {})
  }, [element, speaker])
}

const selectSpeaker = ({ media }: CallState) => media.devices.using.speaker
