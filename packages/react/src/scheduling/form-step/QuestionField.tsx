'use client'
import type { MeetingQuestion } from '@meetings/contract'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { Field } from './Field.tsx'

export interface QuestionFieldProps {
  question: MeetingQuestion
  answer: string | boolean | undefined
  fault: string | undefined
  onAnswer(answer: string | boolean): void
}

/** A question of the host's, with the control that fits it. */
export function QuestionField({ question, answer, fault, onAnswer }: QuestionFieldProps) {
  const words = useSchedulingWords()
  const { id, label, type, required, options = [] } = question
  const text = typeof answer === 'string' ? answer : ''
  return (
    <Field
      field={`answer:${id}`}
      label={label}
      isOptional={!required && type !== 'checkbox'}
      fault={fault}
      isInline={type === 'checkbox'}
    >
      {(control) => {
        const common = { ...control, 'aria-required': required || undefined }
        if (type === 'checkbox') {
          return (
            <input
              {...common}
              type="checkbox"
              data-meetings-part="checkbox"
              checked={answer === true}
              onChange={(event) => onAnswer(event.target.checked)}
            />
          )
        }
        if (type === 'choice') {
          return (
            <select
              {...common}
              data-meetings-part="input"
              value={text}
              onChange={(event) => onAnswer(event.target.value)}
            >
              <option value="">{words.chooseOption}</option>
              {options.map((option) => (
                <option key={option} value={option}>
                  {option}
                </option>
              ))}
            </select>
          )
        }
        const onChange = (event: { target: { value: string } }) => onAnswer(event.target.value)
        return type === 'long_text' ? (
          <textarea {...common} data-meetings-part="input" rows={3} value={text} onChange={onChange} />
        ) : (
          <input {...common} data-meetings-part="input" value={text} onChange={onChange} />
        )
      }}
    </Field>
  )
}
