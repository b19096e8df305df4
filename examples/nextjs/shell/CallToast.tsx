'use client'

import { useMeeting } from '@meetings/react'
import { useEffect, useRef } from 'react'
import { useToast } from '../providers/ToastProvider.tsx'

/** The app's own toast, told by the meeting: the call closed and the page is back. */
export function CallToast() {
  const { isVideoCallOpen } = useMeeting()
  const toast = useToast()
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isVideoCallOpen) toast('You left the call.')
    wasOpen.current = isVideoCallOpen
  }, [isVideoCallOpen, toast])
  return null
}
