import { toNextHandlers } from '@meetings/server/next'
import { createSubject } from '../../../../../../subject/create-subject.ts'
import { video } from '../../../../../../subject/twilio.ts'

export const { GET, POST, PUT, OPTIONS } = toNextHandlers(createSubject(video), { onError: () => {} })
