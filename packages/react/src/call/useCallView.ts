'use client'
import { useSyncExternalStore } from 'react'
import type { CallView } from '../provider/call-view.ts'
import { useRuntime } from '../provider/runtime-context.ts'
import { useCallState } from '../provider/useCallState.ts'
import type { CallState } from '../session/call-controller.ts'
import { isCallOver } from '../session/call-session.ts'

/** Where the call is on the screen. Once it has failed or ended it is never a tile: that is to be read. */
export function useCallView(caller: string): Pick<CallView, 'isMinimised' | 'corner' | 'smallWindow'> {
  const { callView } = useRuntime(caller)
  const view = useSyncExternalStore(callView.subscribe, callView.get, callView.get)
  const isOver = useCallState(selectIsOver, caller)
  return { isMinimised: view.isMinimised && !isOver, corner: view.corner, smallWindow: view.smallWindow }
}

const selectIsOver = ({ session }: CallState) => isCallOver(session)
