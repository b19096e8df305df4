import { toNextHandlers } from '@meetings/server/next'
import { getMeetings } from '../../../../config/meetings.ts'

export const { GET, POST, PUT, OPTIONS } = toNextHandlers({
  fetch: (request) => getMeetings().fetch(request),
})
