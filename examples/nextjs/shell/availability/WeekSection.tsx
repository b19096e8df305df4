'use client'

import type { SectionProps } from './AvailabilityForm.tsx'
import { HoursRow } from './HoursRow.tsx'
import { spanName } from './schedule-draft.ts'

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The hours of every week. */
export function WeekSection({ draft, faults, newId, change, focusOn }: SectionProps) {
  const { weekly } = draft

  function add(weekday: number) {
    const id = newId()
    // A second range of a day begins empty: only its host knows where the break is.
    const isFirst = !weekly.some((hours) => hours.weekday === weekday)
    change({ weekly: [...weekly, { id, weekday, from: isFirst ? '09:00' : '', to: isFirst ? '17:00' : '' }] })
    focusOn({ id: `${id}.from` })
  }

  return (
    <section className="card" aria-labelledby="week">
      <h2 id="week">Every week</h2>
      <p className="muted">For an end at midnight, enter 12:00 AM or 00:00.</p>
      {NAMES.map((name, index) => {
        const weekday = index + 1
        const ofDay = weekly.filter((hours) => hours.weekday === weekday)
        return (
          <fieldset key={name} className="day">
            <legend>{name}</legend>
            <div className="day-hours">
              {ofDay.length === 0 && <p className="muted">Not available</p>}
              {ofDay.map((hours) => (
                <HoursRow
                  key={hours.id}
                  hours={hours}
                  type="time"
                  faults={faults}
                  name={`${spanName(hours)} on ${name}`}
                  onChange={(next, forgive) =>
                    change(
                      { weekly: weekly.map((each) => (each.id === hours.id ? { ...each, ...next } : each)) },
                      { forgive },
                    )
                  }
                  onRemove={() => {
                    change({ weekly: weekly.filter(({ id }) => id !== hours.id) })
                    focusOn({ id: `add-${weekday}` })
                  }}
                />
              ))}
            </div>
            <button
              type="button"
              id={`add-${weekday}`}
              className="button small"
              aria-label={`Add hours on ${name}`}
              onClick={() => add(weekday)}
            >
              Add hours
            </button>
          </fieldset>
        )
      })}
    </section>
  )
}
