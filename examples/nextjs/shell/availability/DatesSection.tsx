'use client'

import type { SectionProps } from './AvailabilityForm.tsx'
import { Field } from './Field.tsx'
import { HoursRow } from './HoursRow.tsx'
import { type DateHours, spanName } from './schedule-draft.ts'

/** Single dates whose hours are other than every week. */
export function DatesSection({ draft, faults, newId, change, focusOn }: SectionProps) {
  const { overrides } = draft

  function put(next: DateHours, forgive?: string) {
    change(
      { overrides: overrides.map((each) => (each.id === next.id ? next : each)) },
      forgive === undefined ? {} : { forgive },
    )
  }
  function add() {
    const id = newId()
    change({
      overrides: [...overrides, { id, date: '', hours: [{ id: newId(), from: '09:00', to: '17:00' }] }],
    })
    focusOn({ id: `${id}.date` })
  }

  return (
    <section className="card" aria-labelledby="dates">
      <h2 id="dates">Other hours on a date</h2>
      <p className="muted">They replace the whole day. A date without hours is closed.</p>
      {overrides.map((override) => {
        const { id, date, hours } = override
        const name = date || 'the new date'
        return (
          <fieldset key={id} className="day">
            <legend className="visually-hidden">{name}</legend>
            <div className="day-head">
              <Field
                id={`${id}.date`}
                label="Date"
                type="date"
                value={date}
                fault={faults[`${id}.date`]}
                onChange={(value) => put({ ...override, date: value }, `${id}.date`)}
              />
              <button
                type="button"
                className="button small"
                aria-label={`Remove ${name}`}
                onClick={() => {
                  change({ overrides: overrides.filter((each) => each.id !== id) })
                  focusOn({ id: 'add-date' })
                }}
              >
                Remove date
              </button>
            </div>
            <div className="day-hours">
              {hours.length === 0 && <p className="muted">Not available</p>}
              {hours.map((range) => (
                <HoursRow
                  key={range.id}
                  hours={range}
                  type="time"
                  faults={faults}
                  name={`${spanName(range)} on ${name}`}
                  onChange={(next, forgive) =>
                    put(
                      {
                        ...override,
                        hours: hours.map((each) => (each.id === range.id ? { ...each, ...next } : each)),
                      },
                      forgive,
                    )
                  }
                  onRemove={() => {
                    put({ ...override, hours: hours.filter((each) => each.id !== range.id) })
                    focusOn({ id: `${id}.add` })
                  }}
                />
              ))}
            </div>
            <button
              type="button"
              id={`${id}.add`}
              className="button small"
              aria-label={`Add hours on ${name}`}
              onClick={() => {
                const range = { id: newId(), from: '', to: '' }
                put({ ...override, hours: [...hours, range] })
                focusOn({ id: `${range.id}.from` })
              }}
            >
              Add hours
            </button>
          </fieldset>
        )
      })}
      <button type="button" id="add-date" className="button small" onClick={add}>
        Add a date
      </button>
    </section>
  )
}
