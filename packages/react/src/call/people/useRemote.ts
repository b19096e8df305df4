'use client'
import { useCallback } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { RoomParticipant } from '../../room/room-client.ts'
import type { CallState } from '../../session/call-controller.ts'
import { remoteIn, speakerIn } from './people-in-room.ts'

/** One of the others; renders again only when they themselves changed. */
export function useRemote(sid: string): RoomParticipant | null {
  return useCallState(useCallback((state: CallState) => remoteIn(state, sid), [sid]))
}

/** Whether this is who speaks most; renders again only when that begins or ends. */
export function useIsSpeaking(sid: string): boolean {
  return useCallState(useCallback((state: CallState) => speakerIn(state) === sid, [sid]))
}
