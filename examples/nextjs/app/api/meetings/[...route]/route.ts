import { toNextHandlers } from '@meetings/server/next'
import { getMeetings } from '../../../../config/meetings.ts'

export const { GET, POST, OPTIONS } = toNextHandlers({ fetch: (request) => getMeetings().fetch(request) })
