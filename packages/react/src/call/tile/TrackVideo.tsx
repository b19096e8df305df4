'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RoomTrack } from '../../room/room-client.ts'

/**
 * Plays one video track. Give it the track's `sid` as key: another track is another element, while a
 * track that only changed its state keeps playing. While the service sends nothing, the last picture stands.
 */
export function TrackVideo({ track }: { track: RoomTrack }) {
  const element = useRef<HTMLVideoElement>(null)
  const still = useRef<HTMLCanvasElement>(null)
  const latest = useRef(track)
  latest.current = track
  const { isReady, isSwitchedOff } = track

  useEffect(() => {
    if (!isReady || !element.current) return
    return latest.current.attach(element.current)
  }, [isReady])

  // The element may turn black at any moment now: some browsers empty it when the track stops coming.
  useLayoutEffect(() => {
    if (isSwitchedOff && element.current && still.current) keepFrame(element.current, still.current)
  }, [isSwitchedOff])

  return (
    <>
      {/* Sound has elements of its own, so a picture may always play without asking. */}
      <video ref={element} autoPlay playsInline muted data-meetings-part="video" />
      {isSwitchedOff && <canvas ref={still} data-meetings-part="still" />}
    </>
  )
}

function keepFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
  if (video.videoWidth === 0) return
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
}
