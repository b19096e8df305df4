'use client'
import { useId, useState } from 'react'
import type { CallView } from '../../provider/call-view.ts'
import { useViewOf } from '../useViewOf.ts'
import { useDoorAct } from './useDoorAct.ts'
import { useDoorWords } from './useDoorWords.ts'

/** Locks and unlocks the meeting. Not there where the server knows of no lock. */
export function LockSwitch() {
  const isLocked = useViewOf(selectIsLocked)
  const words = useDoorWords()
  const { act, busy, outcome } = useDoorAct()
  const [wanted, setWanted] = useState(false)
  const id = useId()
  if (isLocked === null) return null

  function lock(locked: boolean): void {
    if (busy !== null) return
    setWanted(locked)
    act(
      'lock',
      [(client, bookingId) => client.lockMeeting(bookingId, locked)],
      locked ? words.meetingLocked : words.meetingUnlocked,
    )
  }

  return (
    <div tabIndex={-1} data-meetings-part="door">
      <label data-meetings-part="lock-switch">
        <input
          type="checkbox"
          // What was asked for, until the answer says what is in force.
          checked={busy === null ? isLocked : wanted}
          aria-describedby={id}
          onChange={(event) => lock(event.target.checked)}
        />
        {words.lockMeeting}
      </label>
      <div id={id} data-meetings-part="lock-detail">
        {words.lockDetail}
      </div>
      <div role="status" data-meetings-part="people-outcome">
        {outcome}
      </div>
    </div>
  )
}

const selectIsLocked = ({ door }: CallView) => door?.isLocked ?? null
