'use client'
import { useEffect, useSyncExternalStore } from 'react'
import type { HoldKeeper, HoldState } from './hold-keeper.ts'

/** Keeps the slot while the caller is on the screen. */
export function useHold(keeper: HoldKeeper, meetingTypeId: string, startTime: string): HoldState {
  useEffect(() => keeper.keep(meetingTypeId, startTime), [keeper, meetingTypeId, startTime])
  useEffect(() => () => keeper.leave(), [keeper])
  useEffect(() => keeper.watchPage(), [keeper])
  return useSyncExternalStore(keeper.subscribe, keeper.getState, keeper.getState)
}
