'use client'
import { useEffect, useRef } from 'react'

/** This person's own camera, straight from the device: it shows before, during and after the room. */
export function LocalVideo({ track, isMirrored = true }: { track: MediaStreamTrack; isMirrored?: boolean }) {
  const element = useRef<HTMLVideoElement>(null)

  useEffect(() => {
    const video = element.current
    if (!video || typeof MediaStream === 'undefined') return
    video.srcObject = new MediaStream([track])
    return () => {
      video.srcObject = null
    }
  }, [track])

  return (
    <video
      ref={element}
      autoPlay
      playsInline
      muted
      data-meetings-part="video"
      data-mirrored={isMirrored || undefined}
    />
  )
}
