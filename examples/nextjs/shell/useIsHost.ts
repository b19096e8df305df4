'use client'

import { useMeetingTypes } from '@meetings/react'
import { useAuth } from '../providers/AuthProvider.tsx'

/** Whether the person who is signed in hosts anything that can be booked; `null` while that is not known. */
export function useIsHost(): boolean | null {
  const { state } = useAuth()
  const { status, meetingTypes } = useMeetingTypes({ enabled: state.status === 'signed-in' })
  if (state.status !== 'signed-in' || status !== 'ready') return null
  return meetingTypes.some(({ hosts }) => hosts.some(({ id }) => id === state.user.id))
}
