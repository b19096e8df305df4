import { bookingRequestSchema, lockRequestSchema, participantRequestSchema } from '@meetings/contract/schemas'
import type { ModerationRouteName } from './lazy-moderation-routes.ts'
import { parseInput } from './parse-input.ts'
import { readJson } from './read-json.ts'
import type { PersonRoute } from './routes.ts'
import { camelKeys } from './wire-keys.ts'

/** What the routes of hosts do. */
export const MODERATION_ROUTES = {
  removeParticipant: aboutSomebody('removeParticipant'),
  readmitParticipant: aboutSomebody('readmitParticipant'),
  admitParticipant: aboutSomebody('admitParticipant'),
  lockMeeting: {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => {
      const body = parseInput(lockRequestSchema, await readJson(request, bodyMs))
      return { body: await api.lockMeeting(camelKeys(body), as) }
    },
  },
  readModeration: {
    access: 'person',
    answer: async ({ api }, { request, as }) => {
      const query = Object.fromEntries(new URL(request.url).searchParams)
      return { body: await api.readModeration(camelKeys(parseInput(bookingRequestSchema, query)), as) }
    },
  },
} satisfies Record<ModerationRouteName, PersonRoute>

function aboutSomebody(name: 'removeParticipant' | 'readmitParticipant' | 'admitParticipant'): PersonRoute {
  return {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => {
      const body = parseInput(participantRequestSchema, await readJson(request, bodyMs))
      return { body: await api[name](camelKeys(body), as) }
    },
  }
}
