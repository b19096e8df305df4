export interface FieldProps {
  /** `<row>.<field>`: where its fault is found, and what the focus is moved to. */
  id: string
  label: string
  type: 'time' | 'date'
  value: string
  fault: string | undefined
  onChange(value: string): void
}

/** A labelled time or date, with what is wrong with it beside it. */
export function Field({ id, label, type, value, fault, onChange }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} className="problem">
          {fault}
        </p>
      )}
    </div>
  )
}
