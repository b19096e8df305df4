'use client'

import { type HostSchedule, useSchedule } from '@meetings/react'
import { type FormEvent, useState } from 'react'
import { DatesSection } from './DatesSection.tsx'
import { SaveBar, type SaveState } from './SaveBar.tsx'
import {
  emptyFields,
  type Faults,
  faultsOf,
  type ScheduleDraft,
  toDraft,
  toSchedule,
} from './schedule-draft.ts'
import { TimeOffSection } from './TimeOffSection.tsx'
import { useFocusOn } from './useFocusOn.ts'
import { useLeaveWarning } from './useLeaveWarning.ts'
import { WeekSection } from './WeekSection.tsx'
import { ZoneField } from './ZoneField.tsx'

const WEEKDAYS = [1, 2, 3, 4, 5]

/** What somebody who has never saved any begins with. */
function usualHours(): HostSchedule {
  return {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    weekly: WEEKDAYS.map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
    overrides: [],
    timeOff: [],
  }
}

/** A host's hours as a form. What is typed stays through a refused save, a lost answer and a reload of the data. */
export function AvailabilityForm({ saved }: { saved: HostSchedule | null }) {
  const { save, problem } = useSchedule()
  const [newId] = useState(createIds)
  const [draft, setDraft] = useState(() => toDraft(saved ?? usualHours(), newId))
  const [faults, setFaults] = useState<Faults>({})
  const [state, setState] = useState<SaveState>(saved ? 'untouched' : 'never-saved')
  const focusOn = useFocusOn()
  useLeaveWarning(state === 'changed' || state === 'failed')

  function change(next: Partial<ScheduleDraft>, { forgive }: { forgive?: string } = {}) {
    setDraft((old) => ({ ...old, ...next }))
    setState('changed')
    // What is being corrected is not scolded any longer.
    if (forgive) setFaults(({ [forgive]: _, ...others }) => others)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (state === 'saving') return
    const empty = emptyFields(draft)
    if (Object.keys(empty).length > 0) return refuse(empty)
    setState('saving')
    setFaults({})
    const result = await save(toSchedule(draft))
    // What was changed meanwhile is not saved.
    if (result.saved) setState((now) => (now === 'saving' ? 'saved' : now))
    else refuse(faultsOf(result.fields, draft))
  }

  function refuse(next: Faults) {
    setFaults(next)
    setState('failed')
    if (Object.keys(next).length > 0) focusOn({ firstFault: true })
  }

  const section = { draft, faults, newId, change, focusOn }
  return (
    <form className="availability" noValidate onSubmit={submit} aria-label="Your hours">
      <ZoneField {...section} />
      <WeekSection {...section} />
      <DatesSection {...section} />
      <TimeOffSection {...section} />
      <SaveBar state={state} faultCount={Object.keys(faults).length} problem={problem} />
    </form>
  )
}

/** What each part of the form is given. */
export interface SectionProps {
  draft: ScheduleDraft
  faults: Faults
  newId(): string
  /** `forgive`: the field whose fault is no longer shown. */
  change(next: Partial<ScheduleDraft>, options?: { forgive?: string }): void
  focusOn(target: { id: string } | { firstFault: true }): void
}

function createIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `hours-${count}`
  }
}
