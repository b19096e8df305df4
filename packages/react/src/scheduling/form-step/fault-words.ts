import type { MeetingQuestion } from '@meetings/contract'
import type { SchedulingMessages } from '../../i18n/en/scheduling.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { FormFault, FormField } from './check-form.ts'

/** What is wrong with a field and what to do, in words. */
export function faultWords(
  field: FormField,
  fault: FormFault,
  words: SchedulingMessages,
  questions: readonly MeetingQuestion[],
): string {
  switch (fault.kind) {
    case 'too-long':
      return fillMessage(words.tooLong, { count: String(fault.limit) })
    case 'too-many':
      return fillMessage(words.tooManyGuests, { count: String(fault.limit) })
    case 'not-an-address':
      return field === 'guests' ? words.guestWrong : words.emailWrong
    case 'refused':
      return words.notAccepted
    case 'missing': {
      if (field === 'name') return words.nameMissing
      const type = questions.find(({ id }) => field === `answer:${id}`)?.type
      return type === 'checkbox'
        ? words.consentMissing
        : type === 'choice'
          ? words.choiceMissing
          : words.answerMissing
    }
  }
}
