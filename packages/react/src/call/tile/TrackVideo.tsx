'use client'
import { useEffect, useRef } from 'react'
import type { RoomTrack } from '../../room/room-client.ts'

/**
 * Plays one video track. Give it the track's `sid` as key: another track is another element, while a
 * track that only changed its state keeps playing.
 */
export function TrackVideo({ track }: { track: RoomTrack }) {
  const element = useRef<HTMLVideoElement>(null)
  const latest = useRef(track)
  latest.current = track
  const { isReady } = track

  useEffect(() => {
    if (!isReady || !element.current) return
    return latest.current.attach(element.current)
  }, [isReady])

  // Sound has elements of its own, so a picture may always play without asking.
  return <video ref={element} autoPlay playsInline muted data-meetings-part="video" />
}
