'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import type { RoomParticipant } from '../../room/room-client.ts'
import type { CallState } from '../../session/call-controller.ts'
import { remoteIn, speakerIn } from './people-in-room.ts'
import { remoteHubOf } from './remote-hub.ts'

/** One of the others; renders again only when they themselves changed. */
export function useRemote(sid: string): RoomParticipant | null {
  return useOfRemote(sid, remoteIn)
}

/** Whether this is who speaks most; renders again only when that begins or ends. */
export function useIsSpeaking(sid: string): boolean {
  return useOfRemote(sid, isSpeaking)
}

function useOfRemote<T>(sid: string, select: (state: CallState, sid: string) => T): T {
  const { calls } = useRuntime('VideoCallModal')
  const subscribe = useCallback((listener: () => void) => remoteHubOf(calls)(sid, listener), [calls, sid])
  const read = useCallback(() => select(calls.getState(), sid), [calls, select, sid])
  return useSyncExternalStore(subscribe, read, read)
}

const isSpeaking = (state: CallState, sid: string) => speakerIn(state) === sid
