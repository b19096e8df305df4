'use client'

import type { SectionProps } from './AvailabilityForm.tsx'
import { HoursRow } from './HoursRow.tsx'
import { spanName } from './schedule-draft.ts'

/** Days away: closed, whatever else is said of them. */
export function TimeOffSection({ draft, faults, newId, change, focusOn }: SectionProps) {
  const { timeOff } = draft

  function add() {
    const id = newId()
    change({ timeOff: [...timeOff, { id, from: '', to: '' }] })
    focusOn({ id: `${id}.from` })
  }

  return (
    <section className="card" aria-labelledby="time-off">
      <h2 id="time-off">Time off</h2>
      {timeOff.length === 0 && <p className="muted">None planned.</p>}
      {timeOff.map((days) => {
        const name = spanName(days)
        return (
          <fieldset key={days.id} className="day">
            <legend className="visually-hidden">{name}</legend>
            <HoursRow
              hours={days}
              type="date"
              faults={faults}
              name={name}
              onChange={(next, forgive) =>
                change(
                  { timeOff: timeOff.map((each) => (each.id === days.id ? { ...each, ...next } : each)) },
                  { forgive },
                )
              }
              onRemove={() => {
                change({ timeOff: timeOff.filter(({ id }) => id !== days.id) })
                focusOn({ id: 'add-time-off' })
              }}
            />
          </fieldset>
        )
      })}
      <button type="button" id="add-time-off" className="button small" onClick={add}>
        Add time off
      </button>
    </section>
  )
}
