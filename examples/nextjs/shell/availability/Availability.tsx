'use client'

import { useSchedule } from '@meetings/react'
import { useIsHost } from '../useIsHost.ts'
import { AvailabilityForm } from './AvailabilityForm.tsx'

/** When the person who is signed in can be met, for hosts. */
export function Availability() {
  const isHost = useIsHost()
  const { status, schedule, retry } = useSchedule({ enabled: isHost === true })
  if (isHost === false) {
    return (
      <p className="card">
        You host no meetings, so there are no hours to set. An administrator can change that.
      </p>
    )
  }
  if (status === 'failed') {
    return (
      <div role="alert" className="card">
        <p>Your hours could not be loaded.</p>
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      </div>
    )
  }
  if (status === 'loading') return <p className="muted">One moment ...</p>
  return <AvailabilityForm saved={schedule} />
}
