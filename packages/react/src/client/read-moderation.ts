import type { Moderation, WaitingPerson } from '@meetings/contract'
import { readPerson } from './read-answers.ts'
import { flag, instant, list, type Reader, record, text } from './readers.ts'

const readWaiting: Reader<WaitingPerson> = (value) => ({
  ...readPerson(value),
  ...record<Pick<WaitingPerson, 'since'>>({ since: instant })(value),
})

export const readModeration = record<Moderation>({
  bookingId: text,
  isLocked: flag,
  waiting: list(readWaiting),
  removed: list(readPerson),
  serverTime: instant,
})
