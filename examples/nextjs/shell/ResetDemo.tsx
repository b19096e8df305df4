'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAuth } from '../providers/AuthProvider.tsx'

/** On the local stack: sets the demo's bookings around the present moment again. */
export function ResetDemo() {
  const { demo } = useAuth()
  const queryClient = useQueryClient()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  if (!demo) return null

  async function reset() {
    setState('busy')
    const answer = await fetch('/api/demo/reset', { method: 'POST' }).catch(() => null)
    setState(answer?.ok ? 'idle' : 'failed')
    // What is being loaded at this moment may have met the bookings half set.
    await queryClient.cancelQueries()
    await queryClient.invalidateQueries()
  }
  return (
    <p className="demo-note">
      These are demo bookings, set around the time the demo started.{' '}
      <button type="button" className="link-button" disabled={state === 'busy'} onClick={() => void reset()}>
        Set them around now
      </button>
      {state === 'failed' && <span role="alert"> That did not work. Is the demo still running?</span>}
    </p>
  )
}
