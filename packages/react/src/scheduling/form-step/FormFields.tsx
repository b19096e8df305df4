'use client'
import type { MeetingQuestion } from '@meetings/contract'
import type { BookingFormDraft } from '../flow/booking-form-draft.ts'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import type { FormFaults, FormField } from './check-form.ts'
import { Field } from './Field.tsx'
import { faultWords } from './fault-words.ts'
import { GuestsField } from './GuestsField.tsx'
import { QuestionField } from './QuestionField.tsx'

export interface FormFieldsProps {
  draft: BookingFormDraft
  questions: readonly MeetingQuestion[]
  faults: FormFaults
  onChange(changes: Partial<BookingFormDraft>): void
}

/** Name and address, the host's questions, notes, guests. */
export function FormFields({ draft, questions, faults, onChange }: FormFieldsProps) {
  const words = useSchedulingWords()
  const faultOf = (field: FormField) => {
    const fault = faults.get(field)
    return fault && faultWords(field, fault, words, questions)
  }
  return (
    <div data-meetings-part="fields">
      <Field field="name" label={words.name} fault={faultOf('name')}>
        {(control) => (
          <input
            {...control}
            aria-required
            autoComplete="name"
            data-meetings-part="input"
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field field="email" label={words.email} isOptional fault={faultOf('email')}>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="email"
            data-meetings-part="input"
            value={draft.email}
            onChange={(event) => onChange({ email: event.target.value })}
          />
        )}
      </Field>
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={draft.answers[question.id]}
          fault={faultOf(`answer:${question.id}`)}
          onAnswer={(answer) => onChange({ answers: { ...draft.answers, [question.id]: answer } })}
        />
      ))}
      <Field field="notes" label={words.notes} isOptional fault={faultOf('notes')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            data-meetings-part="input"
            value={draft.notes}
            onChange={(event) => onChange({ notes: event.target.value })}
          />
        )}
      </Field>
      <GuestsField draft={draft} fault={faultOf('guests')} onChange={onChange} />
    </div>
  )
}
