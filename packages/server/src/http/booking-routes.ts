import { IDEMPOTENCY_HEADER, REPLAYED_HEADER } from '@meetings/contract'
import {
  availabilityQuerySchema,
  bookingDraftSchema,
  cancellationSchema,
  holdRequestSchema,
  rescheduleSchema,
  scheduleDraftSchema,
} from '@meetings/contract/scheduling-schemas'
import type { BookingRouteName } from './lazy-booking-routes.ts'
import { parseInput } from './parse-input.ts'
import { idInPath } from './path-id.ts'
import { readJson } from './read-json.ts'
import type { PersonRoute } from './routes.ts'
import { camelKeys } from './wire-keys.ts'

/** What the routes that need a store of schedules do. */
export const BOOKING_ROUTES = {
  listMeetingTypes: {
    access: 'person',
    answer: async ({ api }, { as }) => ({ body: await api.listMeetingTypes(as) }),
  },
  listAvailability: {
    access: 'person',
    answer: async ({ api }, { request, as }) => {
      const query = Object.fromEntries(new URL(request.url).searchParams)
      return { body: await api.listAvailability(camelKeys(parseInput(availabilityQuerySchema, query)), as) }
    },
  },
  holdSlot: {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => {
      const body = parseInput(holdRequestSchema, await readJson(request, bodyMs))
      return { body: await api.holdSlot(camelKeys(body), as) }
    },
  },
  releaseHold: {
    access: 'person',
    answer: async ({ api }, { request, as }) => {
      await api.releaseHold({ holdId: idInPath(request, 'releaseHold') }, as)
      return {}
    },
  },
  createBooking: {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => {
      const idempotencyKey = request.headers.get(IDEMPOTENCY_HEADER)
      const body = parseInput(bookingDraftSchema, await readJson(request, bodyMs))
      const { booking, replayed } = await api.createBooking(camelKeys(body), { ...as, idempotencyKey })
      return { body: { booking }, ...(replayed && { headers: { [REPLAYED_HEADER]: 'true' } }) }
    },
  },
  cancelBooking: {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => {
      const { reason } = parseInput(cancellationSchema, await readJson(request, bodyMs))
      return { body: await api.cancelBooking({ bookingId: idInPath(request, 'cancelBooking'), reason }, as) }
    },
  },
  rescheduleBooking: {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => {
      const { start_time: startTime } = parseInput(rescheduleSchema, await readJson(request, bodyMs))
      const bookingId = idInPath(request, 'rescheduleBooking')
      return { body: await api.rescheduleBooking({ bookingId, startTime }, as) }
    },
  },
  readSchedule: {
    access: 'person',
    answer: async ({ api }, { as }) => ({ body: await api.readSchedule(as) }),
  },
  saveSchedule: {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => {
      const body = parseInput(scheduleDraftSchema, await readJson(request, bodyMs))
      return { body: await api.saveSchedule(camelKeys(body), as) }
    },
  },
} satisfies Record<BookingRouteName, PersonRoute>
