import type { MeetingQuestion } from '@meetings/contract'
import type { BookingFormDraft } from '../flow/booking-form-draft.ts'

/** What is wrong with a field. */
export type FormFault =
  | { kind: 'missing' }
  | { kind: 'not-an-address' }
  | { kind: 'too-long'; limit: number }
  | { kind: 'too-many'; limit: number }
  /** Only the server knows why. */
  | { kind: 'refused' }

/** `name`, `email`, `notes`, `guests`, or `answer:<question id>`. */
export type FormField = 'name' | 'email' | 'notes' | 'guests' | `answer:${string}`

export type FormFaults = ReadonlyMap<FormField, FormFault>

export const FORM_LIMITS = { name: 200, notes: 2000, guests: 10, answer: 2000 } as const

/** Every fault of a form, in the order of its fields. */
export function checkForm(draft: BookingFormDraft, questions: readonly MeetingQuestion[]): FormFaults {
  const faults = new Map<FormField, FormFault>()
  if (draft.name.trim() === '') faults.set('name', { kind: 'missing' })
  else tooLong('name', draft.name, FORM_LIMITS.name)

  if (draft.email.trim() !== '' && !isAddress(draft.email)) faults.set('email', { kind: 'not-an-address' })

  for (const { id, type, required } of questions) {
    const answer = draft.answers[id]
    const isEmpty = type === 'checkbox' ? answer !== true : typeof answer !== 'string' || answer.trim() === ''
    if (required && isEmpty) faults.set(`answer:${id}`, { kind: 'missing' })
    else if (typeof answer === 'string') tooLong(`answer:${id}`, answer, FORM_LIMITS.answer)
  }

  tooLong('notes', draft.notes, FORM_LIMITS.notes)

  const guests = allGuests(draft)
  if (guests.length > FORM_LIMITS.guests)
    faults.set('guests', { kind: 'too-many', limit: FORM_LIMITS.guests })
  else if (!guests.every(isAddress)) faults.set('guests', { kind: 'not-an-address' })
  return faults

  function tooLong(field: FormField, text: string, limit: number): void {
    if (text.trim().length > limit) faults.set(field, { kind: 'too-long', limit })
  }
}

/** The guests that were added and the one still in the field: who types an address means it. */
export function allGuests({ guests, guestText }: BookingFormDraft): readonly string[] {
  const last = guestText.trim()
  return last === '' || guests.includes(last) ? guests : [...guests, last]
}

export function isAddress(text: string): boolean {
  return text.trim().length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim())
}

/** The field of the form a part of the request came from: `guests.0.email` is `guests`. */
export function fieldOfPath(path: string): FormField | null {
  const [first = '', second = ''] = path.split('.')
  if (first === 'customer_name') return 'name'
  if (first === 'customer_email') return 'email'
  if (first === 'notes' || first === 'guests') return first
  return first === 'answers' && second !== '' ? `answer:${second}` : null
}
