'use client'
import { type ReactNode, useId } from 'react'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import type { FormField } from './check-form.ts'

/** What ties a control to its words. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'data-field': FormField
}

export interface FieldProps {
  field: FormField
  label: string
  isOptional?: boolean
  hint?: string
  /** What is wrong, in words. */
  fault: string | undefined
  /** The label stands after the control, as it does for a box to tick. */
  isInline?: boolean
  children(control: ControlProps): ReactNode
}

/** A label, its control, and under it what is wrong. */
export function Field({ field, label, isOptional, hint, fault, isInline, children }: FieldProps) {
  const words = useSchedulingWords()
  const id = useId()
  const describedBy = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const labelled = (
    <label htmlFor={id} data-meetings-part="label">
      {/* A question may be in another language than the page. */}
      <bdi>{label}</bdi>
      {isOptional && <span data-meetings-part="optional"> ({words.optional})</span>}
    </label>
  )
  const control = children({
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': fault ? true : undefined,
    'data-field': field,
  })
  return (
    <div data-meetings-part="field" data-inline={isInline || undefined} data-state={fault ? 'wrong' : 'fine'}>
      {isInline ? (
        <div data-meetings-part="inline-control">
          {control}
          {labelled}
        </div>
      ) : (
        <>
          {labelled}
          {control}
        </>
      )}
      {hint && (
        <div id={`${id}-hint`} data-meetings-part="hint">
          {hint}
        </div>
      )}
      {fault && (
        <div id={`${id}-fault`} data-meetings-part="fault">
          {fault}
        </div>
      )}
    </div>
  )
}
