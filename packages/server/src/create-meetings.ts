import { MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'
import { causeOf, type MeetingsError, toMeetingsError } from './errors/meetings-error.ts'
import { type HandlerDeps, handleRequest } from './http/handle-request.ts'
import { createRouteMatcher, matchOf } from './http/match-route.ts'
import { createRateLimit } from './http/rate-limit.ts'
import { servedRoutes } from './http/served-routes.ts'
import { roomPreparation } from './launch/prepare-room.ts'
import { tellForgotten } from './launch/tell-forgotten.ts'
import { createMeetingsApi, type MeetingsApi } from './meetings-api.ts'
import type { ErrorContext, MeetingsEvent } from './meetings-events.ts'
import { type MeetingsOptions, resolveOptions } from './meetings-options.ts'
import type { MeetingsUser } from './meetings-user.ts'
import { withDeadline } from './operations/deadline.ts'
import { guardStore, guardVideo } from './operations/guard-ports.ts'
import { quietLogger, quietly } from './operations/quietly.ts'
import { warnInBrowser } from './operations/warn-in-browser.ts'

/** A web-standard request handler. Always answers, never rejects. */
export type MeetingsHandler<Context = unknown> = (request: Request, context?: Context) => Promise<Response>

/** What `createMeetings` returns. */
export interface Meetings<User extends MeetingsUser = MeetingsUser, Context = unknown> {
  /** Every route under `basePath`. `context` is handed to `authenticate`. */
  fetch: MeetingsHandler<Context>
  /** One handler per route, for URLs of your own. */
  handlers: Record<MeetingRouteName, MeetingsHandler<Context>>
  /** The same work without HTTP. Throws a `MeetingsError`. */
  api: MeetingsApi<User>
  /** Where `fetch` expects its routes. */
  basePath: string
}

/** How long the host's `onEvent` may keep an answer waiting, in milliseconds. */
const EVENT_MS = 5_000

/**
 * Puts the meeting routes together from your store, your video provider and your way of signing people in.
 * Throws a `TypeError` naming the option when one is wrong.
 *
 * ```ts
 * const meetings = createMeetings({ store, video, authenticate })
 * export const { GET, POST, PUT, OPTIONS } = toNextHandlers(meetings)
 * ```
 */
export function createMeetings<User extends MeetingsUser = MeetingsUser, Context = unknown>(
  options: MeetingsOptions<User, Context>,
): Meetings<User, Context> {
  const { basePath, publicBase, now, timeouts, ...resolved } = resolveOptions(options)
  const logger = quietLogger(resolved.logger)
  const { tracer, isAdmin, rateLimit = {} } = options
  warnInBrowser(logger)

  const report = (error: MeetingsError, where: ErrorContext) => {
    logger.error(
      { ...where, code: error.code, cause: causeOf(error), err: error },
      `${where.route ?? 'request'} failed with ${error.code}`,
    )
    quietly(() => options.onError?.(error, where))
  }
  const emit = async (event: MeetingsEvent) => {
    const { onEvent } = options
    if (onEvent === undefined) return
    try {
      await withDeadline({ what: 'onEvent', ms: EVENT_MS }, () => onEvent(event))
    } catch (error) {
      report(toMeetingsError(error), { route: null, requestId: event.requestId })
    }
  }

  const guard = { ...timeouts, tracer }
  const video = guardVideo(options.video, guard)
  const store = tellForgotten(guardStore(options.store, guard), async (bookingIds) => {
    const about = { type: 'meeting.completed', because: 'forgotten', requestId: null } as const
    await Promise.all(bookingIds.map((bookingId) => emit({ ...about, bookingId, at: now() })))
  })
  const statusCallbackUrl =
    publicBase === null ? null : `${publicBase}${MEETING_ROUTES.twilioStatusCallback.path}`

  const api = createMeetingsApi<User>(
    {
      store,
      schedule: options.schedule,
      guard,
      video,
      now,
      publicPage: resolved.publicPage,
      policy: resolved.policy,
      waitingRoom: resolved.waitingRoom,
      hooks: options.hooks ?? {},
      hookMs: timeouts.authenticateMs,
      tokenTtlSeconds: resolved.tokenTtlSeconds,
      prepareRoom: options.rooms && roomPreparation(video, options.rooms, statusCallbackUrl),
      isAdmin:
        isAdmin &&
        ((user, booking) =>
          withDeadline({ what: 'isAdmin', ms: timeouts.authenticateMs }, () => isAdmin(user, booking))),
    },
    emit,
  )
  const served = servedRoutes(options.store, options.schedule, options.video)
  const deps: HandlerDeps<User, Context> = {
    api,
    news: { store, video, logger, emit },
    publicBase,
    basePath,
    served,
    bodyMs: timeouts.bodyMs,
    authenticate: options.authenticate,
    authenticateMs: timeouts.authenticateMs,
    trustedOrigins: resolved.trustedOrigins,
    cors: options.cors,
    rateLimit:
      rateLimit === false
        ? null
        : createRateLimit(rateLimit, timeouts.storeMs, (error) =>
            report(error, { route: null, requestId: null }),
          ),
    errors: resolved.errors,
    createRequestId: resolved.requestId,
    report,
    logger,
    tracer,
    now,
  }
  const matchRoute = createRouteMatcher(basePath, served)
  const handlerOf = (route: MeetingRouteName): MeetingsHandler<Context> => {
    const match = served.includes(route) ? matchOf([route]) : null
    return (request, context) => handleRequest(deps, match, request, context)
  }

  const names = Object.keys(MEETING_ROUTES) as MeetingRouteName[]
  const handlers = Object.fromEntries(names.map((name) => [name, handlerOf(name)])) as Record<
    MeetingRouteName,
    MeetingsHandler<Context>
  >

  return {
    fetch: (request, context) =>
      handleRequest(deps, matchRoute(new URL(request.url).pathname), request, context),
    handlers,
    api,
    basePath,
  }
}
