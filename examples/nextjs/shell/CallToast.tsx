'use client'

import { useCall } from '@meetings/react'
import { useEffect, useRef } from 'react'
import { useToast } from '../providers/ToastProvider.tsx'

/** The app's own toast, told by the call: this person left it, and the page is back. */
export function CallToast() {
  const { phase } = useCall()
  const toast = useToast()
  const before = useRef(phase)
  useEffect(() => {
    // Out of the lobby nobody has left anything, and what ended in another way has said so itself.
    const wasInRoom = before.current === 'connected' || before.current === 'reconnecting'
    before.current = phase
    if (wasInRoom && phase === 'idle') toast('You left the call.')
  }, [phase, toast])
  return null
}
