import type { MeetingRouteName } from '@meetings/contract'
import { MeetingsError, toMeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsApi } from '../meetings-api.ts'
import type { ErrorContext } from '../meetings-events.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { Authenticate } from '../ports/authenticate.ts'
import { checkOrigin } from './check-origin.ts'
import { allowedMethods, type RouteMatch } from './match-route.ts'
import { requestIdOf } from './request-id.ts'
import { respond, respondAllow, respondError } from './respond.ts'
import { ROUTE_INPUTS } from './route-inputs.ts'

export interface HandlerDeps<User extends MeetingsUser, Context> {
  api: MeetingsApi<User>
  authenticate: Authenticate<User, Context>
  trustedOrigins: readonly string[]
  createRequestId: () => string
  report: (error: MeetingsError, where: ErrorContext) => void
}

/** Answers one request to the routes of `match`. Always an answer, never a rejection. */
export async function handleRequest<User extends MeetingsUser, Context>(
  deps: HandlerDeps<User, Context>,
  match: RouteMatch | null,
  request: Request,
  context: Context | undefined,
): Promise<Response> {
  let requestId = 'unknown'
  // HEAD is GET without the body, as everywhere.
  const route = match?.[request.method === 'HEAD' ? 'GET' : request.method] ?? null
  try {
    requestId = requestIdOf(request, deps.createRequestId)
    if (match === null) throw new MeetingsError('ROUTE_NOT_FOUND')
    if (request.method === 'OPTIONS') return respondAllow(allowedMethods(match), requestId)
    if (route === null) {
      return respondError(new MeetingsError('METHOD_NOT_ALLOWED'), requestId, {
        allow: allowedMethods(match),
      })
    }
    const user = await signedInUser(deps, request, context)
    const response = respond(await runRoute(deps.api, route, request, user), requestId)
    return request.method === 'HEAD' ? new Response(null, response) : response
  } catch (thrown) {
    const error = toMeetingsError(thrown)
    if (error.status >= 500) deps.report(error, { route, requestId })
    return respondError(error, requestId)
  }
}

async function signedInUser<User extends MeetingsUser, Context>(
  deps: HandlerDeps<User, Context>,
  request: Request,
  context: Context | undefined,
): Promise<User> {
  const authenticated = await deps.authenticate({ request, context })
  if (authenticated === null) throw new MeetingsError('UNAUTHENTICATED')
  if (typeof authenticated.user?.id !== 'string' || authenticated.user.id === '') {
    throw new Error('authenticate returned a user without an id. Return null when nobody is signed in.')
  }
  if (authenticated.via === 'cookie') checkOrigin(request, deps.trustedOrigins)
  return authenticated.user
}

async function runRoute<User extends MeetingsUser>(
  api: MeetingsApi<User>,
  route: MeetingRouteName,
  request: Request,
  user: User,
): Promise<unknown> {
  if (route === 'listBookings') return api.listBookings(await ROUTE_INPUTS.listBookings(request), { user })
  return api[route](await ROUTE_INPUTS[route](request), { user })
}
