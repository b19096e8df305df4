import type { MeetingRouteName } from '@meetings/contract'
import type { RoomNewsDeps } from '../launch/room-news-desk.ts'
import type { CallAs, MeetingsApi } from '../meetings-api.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { inputs } from './inputs.ts'
import { LAZY_BOOKING_ROUTES } from './lazy-booking-routes.ts'
import { LAZY_MODERATION_ROUTES } from './lazy-moderation-routes.ts'
import { idInPath } from './path-id.ts'
import { readJson } from './read-json.ts'
import type { Answer } from './respond.ts'
import { withoutPassword } from './without-password.ts'

/** What every route works with. */
export interface RouteDeps<User extends MeetingsUser> {
  api: MeetingsApi<User>
  news: RoomNewsDeps
  /** Where the routes are reached from outside, with `basePath`; `null` when nobody said. */
  publicBase: string | null
  /** Where they are mounted here. */
  basePath: string
  /** The routes that are there. */
  served: readonly MeetingRouteName[]
  /** How long a request's body may take, in milliseconds. */
  bodyMs: number
}

/** A request of somebody who is signed in. */
export interface PersonCall<User extends MeetingsUser> {
  request: Request
  as: CallAs<User>
}

/** A request that nobody has to sign in for. */
export interface OpenCall {
  request: Request
  requestId: string
}

/** A route for somebody who is signed in. */
export interface PersonRoute {
  access: 'person'
  answer<User extends MeetingsUser>(deps: RouteDeps<User>, call: PersonCall<User>): Promise<Answer>
}

type Route =
  | PersonRoute
  | {
      access: 'open'
      answer<User extends MeetingsUser>(deps: RouteDeps<User>, call: OpenCall): Promise<Answer>
    }

/** What each route does with a request: read it strictly, hand it to the use case, answer. */
export const ROUTES: Record<MeetingRouteName, Route> = {
  launchVideo: {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => ({
      body: await api.launchVideo(await bookingIn(request, bodyMs), as),
    }),
  },
  refreshToken: {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => ({
      body: await api.refreshToken(await bookingIn(request, bodyMs), as),
    }),
  },
  leaveVideo: {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => ({
      body: await api.leaveVideo(await bookingIn(request, bodyMs), as),
    }),
  },
  endVideo: {
    access: 'person',
    answer: async ({ api, bodyMs }, { request, as }) => ({
      body: await api.endVideo(await bookingIn(request, bodyMs), as),
    }),
  },
  listBookings: {
    access: 'person',
    answer: async ({ api }, { request, as }) => {
      const query = Object.fromEntries(new URL(request.url).searchParams)
      const { listQueryIn } = await inputs()
      return { body: await api.listBookings(listQueryIn(query), as) }
    },
  },
  bookingCalendar: {
    access: 'person',
    answer: async ({ api }, { request, as }) => ({
      file: await api.bookingCalendar({ bookingId: idInPath(request, 'bookingCalendar') }, as),
    }),
  },
  ...LAZY_BOOKING_ROUTES,
  ...LAZY_MODERATION_ROUTES,
  twilioStatusCallback: {
    access: 'open',
    // Loaded when the first news comes: not every host has them sent.
    answer: async (deps, { request, requestId }) => {
      const { takeNews } = await import('./take-news.ts')
      await takeNews(deps, request, requestId)
      return {}
    },
  },
  openapi: {
    access: 'person',
    // Loaded when somebody asks: a server that nobody asks never holds it.
    answer: async ({ basePath, publicBase, served }) => {
      const { describeApi } = await import('../openapi/describe-api.ts')
      return { body: describeApi(publicBase === null ? basePath : withoutPassword(publicBase), served) }
    },
  },
  health: {
    access: 'open',
    answer: async ({ api }) => ({ body: await api.checkHealth() }),
  },
}

async function bookingIn(request: Request, bodyMs: number): Promise<{ bookingId: string }> {
  const body = await readJson(request, bodyMs)
  const { bookingRequestIn } = await inputs()
  return bookingRequestIn(body)
}
