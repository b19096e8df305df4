import type { BookingDraft, MeetingType, Slot } from '@meetings/contract'
import type { BookingFormDraft } from '../flow/booking-form-draft.ts'
import { allGuests } from './check-form.ts'

/** A checked form as the server wants it: trimmed, and without what was left empty. */
export function draftToSend(
  { id, questions }: MeetingType,
  slot: Slot,
  timeZone: string,
  draft: BookingFormDraft,
  holdId: string | null,
): BookingDraft {
  const email = draft.email.trim()
  const notes = draft.notes.trim()
  const guests = allGuests(draft)
  const answers: Record<string, string | boolean> = {}
  for (const { id, type } of questions) {
    const answer = draft.answers[id]
    if (type === 'checkbox') answers[id] = answer === true
    else if (typeof answer === 'string' && answer.trim() !== '') answers[id] = answer.trim()
  }
  return {
    meetingTypeId: id,
    startTime: slot.start,
    customerName: draft.name.trim(),
    timeZone,
    ...(email !== '' && { customerEmail: email }),
    ...(notes !== '' && { notes }),
    ...(guests.length > 0 && { guests: guests.map((guest) => ({ email: guest })) }),
    ...(Object.keys(answers).length > 0 && { answers }),
    ...(holdId !== null && { holdId }),
  }
}
