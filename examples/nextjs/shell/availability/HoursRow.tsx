import { Field } from './Field.tsx'
import type { Faults } from './schedule-draft.ts'

export interface HoursRowProps {
  hours: { id: string; from: string; to: string }
  type: 'time' | 'date'
  faults: Faults
  /** What is removed, for who hears the button without its surroundings. */
  name: string
  onChange(change: { from: string } | { to: string }, field: string): void
  onRemove(): void
}

/** From, to, and a way to take it away. */
export function HoursRow({ hours, type, faults, name, onChange, onRemove }: HoursRowProps) {
  const { id, from, to } = hours
  return (
    <div className="hours">
      <Field
        id={`${id}.from`}
        label="From"
        type={type}
        value={from}
        fault={faults[`${id}.from`]}
        onChange={(value) => onChange({ from: value }, `${id}.from`)}
      />
      <Field
        id={`${id}.to`}
        label={type === 'time' ? 'To' : 'To, included'}
        type={type}
        value={to}
        fault={faults[`${id}.to`]}
        onChange={(value) => onChange({ to: value }, `${id}.to`)}
      />
      <button type="button" className="button small" aria-label={`Remove ${name}`} onClick={onRemove}>
        Remove
      </button>
    </div>
  )
}
