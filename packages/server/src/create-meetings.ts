import { MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'
import { type MeetingsError, toMeetingsError } from './errors/meetings-error.ts'
import { guardStore, guardVideo } from './errors/with-error-code.ts'
import { type HandlerDeps, handleRequest } from './http/handle-request.ts'
import { matchRoute } from './http/match-route.ts'
import { createMeetingsApi, type MeetingsApi } from './meetings-api.ts'
import type { ErrorContext, MeetingsEvent } from './meetings-events.ts'
import { type MeetingsOptions, resolveOptions } from './meetings-options.ts'
import type { MeetingsUser } from './meetings-user.ts'

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

/**
 * Puts the meeting routes together from your store, your video provider and your way of signing people in.
 * Throws a `TypeError` naming the option when one is wrong.
 *
 * ```ts
 * const meetings = createMeetings({ store, video, authenticate })
 * export const { GET, POST, OPTIONS } = toNextHandlers(meetings)
 * ```
 */
export function createMeetings<User extends MeetingsUser = MeetingsUser, Context = unknown>(
  options: MeetingsOptions<User, Context>,
): Meetings<User, Context> {
  const { basePath, logger, ...resolved } = resolveOptions(options)

  const report = (error: MeetingsError, where: ErrorContext) => {
    const { cause } = error
    quietly(() =>
      logger.error(`[meetings] ${where.route ?? 'request'} failed with ${error.code}`, { ...where, cause }),
    )
    quietly(() => options.onError?.(error, where))
  }
  const emit = async (event: MeetingsEvent) => {
    try {
      await options.onEvent?.(event)
    } catch (error) {
      report(toMeetingsError(error), { route: null, requestId: null })
    }
  }

  const api = createMeetingsApi<User>(
    {
      store: guardStore(options.store),
      video: guardVideo(options.video),
      now: resolved.now,
      policy: resolved.policy,
      tokenTtlSeconds: resolved.tokenTtlSeconds,
      isAdmin: options.isAdmin,
    },
    emit,
  )
  const deps: HandlerDeps<User, Context> = {
    api,
    authenticate: options.authenticate,
    trustedOrigins: resolved.trustedOrigins,
    createRequestId: resolved.requestId,
    report,
  }
  const handlerOf =
    (route: MeetingRouteName): MeetingsHandler<Context> =>
    (request, context) =>
      handleRequest(deps, { [MEETING_ROUTES[route].method]: route }, request, context)

  return {
    fetch: (request, context) =>
      handleRequest(deps, matchRoute(basePath, new URL(request.url).pathname), request, context),
    handlers: {
      launchVideo: handlerOf('launchVideo'),
      refreshToken: handlerOf('refreshToken'),
      leaveVideo: handlerOf('leaveVideo'),
      listBookings: handlerOf('listBookings'),
    },
    api,
    basePath,
  }
}

/** What watches the server must not break it. */
function quietly(run: () => void): void {
  try {
    run()
  } catch {
    // Nowhere left to report to.
  }
}
