'use client'
import { useMemo, useRef, useState } from 'react'

/** The sound of everybody else, which a browser may hold back until somebody clicks. */
export interface CallSound {
  isBlocked: boolean
  /** Plays an element; the answer forgets it again. */
  play(element: HTMLAudioElement): () => void
  /** Call it from a click: plays whatever was held back. */
  turnOn(): void
}

export function useCallSound(): CallSound {
  const [isBlocked, setIsBlocked] = useState(false)
  const heldBack = useRef(new Set<HTMLAudioElement>())

  const { play, turnOn } = useMemo(() => {
    const silent = heldBack.current
    const start = (element: HTMLAudioElement) => {
      element.play().then(
        () => {
          silent.delete(element)
          setIsBlocked(silent.size > 0)
        },
        (error: unknown) => {
          // Anything else is an element that was emptied meanwhile.
          if (!isNotAllowed(error)) return
          silent.add(element)
          setIsBlocked(true)
        },
      )
    }
    return {
      play(element: HTMLAudioElement) {
        start(element)
        return () => {
          silent.delete(element)
          setIsBlocked(silent.size > 0)
        }
      },
      turnOn: () => silent.forEach(start),
    }
  }, [])

  return { isBlocked, play, turnOn }
}

function isNotAllowed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError'
}
