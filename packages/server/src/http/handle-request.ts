import type { MeetingRouteName } from '@meetings/contract'
import { configInvalid, MeetingsError, toMeetingsError } from '../errors/meetings-error.ts'
import type { ErrorContext } from '../meetings-events.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { DeadlineError, withDeadline } from '../operations/deadline.ts'
import type { Logger } from '../operations/logger.ts'
import { failSpan, inSpan, type Span, type Tracer } from '../operations/tracer.ts'
import type { Authenticate, Authenticated } from '../ports/authenticate.ts'
import type { Clock } from '../ports/clock.ts'
import { checkOrigin } from './check-origin.ts'
import { addCors, type CorsOptions } from './cors.ts'
import type { RouteMatch } from './match-route.ts'
import type { RateLimit } from './rate-limit.ts'
import { requestIdOf } from './request-id.ts'
import { type Answer, type ErrorPolicy, respond, respondAllow, respondError } from './respond.ts'
import { ROUTES, type RouteDeps } from './routes.ts'

export interface HandlerDeps<User extends MeetingsUser, Context> extends RouteDeps<User> {
  authenticate: Authenticate<User, Context>
  authenticateMs: number
  trustedOrigins: readonly string[]
  cors: CorsOptions | undefined
  rateLimit: RateLimit<Context> | null
  errors: ErrorPolicy
  createRequestId: () => string
  report: (error: MeetingsError, where: ErrorContext) => void
  logger: Logger
  tracer: Tracer | undefined
  now: Clock
}

/** One request on its way through. */
interface Visit<Context> {
  request: Request
  context: Context | undefined
  requestId: string
  match: RouteMatch | null
  /** `null` when nothing of ours lives there. */
  route: MeetingRouteName | null
}

/** Answers one request to the routes of `match`. Always an answer, never a rejection. */
export async function handleRequest<User extends MeetingsUser, Context>(
  deps: HandlerDeps<User, Context>,
  match: RouteMatch | null,
  request: Request,
  context: Context | undefined,
): Promise<Response> {
  let requestId = 'unknown'
  const route = match?.byMethod.get(request.method) ?? null
  try {
    requestId = requestIdOf(request, deps.createRequestId)
    const visit = { request, context, requestId, match, route }
    return await inSpan(deps.tracer, route ?? 'request', 'server', (span) => watched(deps, visit, span))
  } catch (thrown) {
    // The host's own functions failed: its tracer, its logger, its request ids.
    const error = toMeetingsError(thrown)
    deps.report(error, { route, requestId })
    return addCors(deps.cors, request, respondError(error, requestId, deps.errors))
  }
}

async function watched<User extends MeetingsUser, Context>(
  deps: HandlerDeps<User, Context>,
  visit: Visit<Context>,
  span: Span | null,
): Promise<Response> {
  const { request, requestId, route } = visit
  const startedAt = deps.now()
  const response = addCors(deps.cors, request, await answerOrFailure(deps, visit, span))
  const { status } = response
  span?.setAttribute('http.response.status_code', status)
  span?.setAttribute('meetings.request_id', requestId)
  const ms = deps.now().getTime() - startedAt.getTime()
  deps.logger.debug?.({ requestId, route, method: request.method, status, ms }, 'request')
  return response
}

async function answerOrFailure<User extends MeetingsUser, Context>(
  deps: HandlerDeps<User, Context>,
  visit: Visit<Context>,
  span: Span | null,
): Promise<Response> {
  const { request, requestId, match, route } = visit
  try {
    if (match === null) throw new MeetingsError('ROUTE_NOT_FOUND')
    const { allow } = match
    if (request.method === 'OPTIONS') return respondAllow(allow, requestId)
    if (route === null) {
      return respondError(new MeetingsError('METHOD_NOT_ALLOWED'), requestId, deps.errors, { allow })
    }
    const response = respond(await runRoute(deps, visit, route), requestId)
    return request.method === 'HEAD' ? new Response(null, response) : response
  } catch (thrown) {
    const error = toMeetingsError(thrown)
    if (span !== null) failSpan(span, error.code)
    if (error.status >= 500) deps.report(error, { route, requestId })
    return respondError(error, requestId, deps.errors)
  }
}

async function runRoute<User extends MeetingsUser, Context>(
  deps: HandlerDeps<User, Context>,
  visit: Visit<Context>,
  name: MeetingRouteName,
): Promise<Answer> {
  const { request, requestId } = visit
  const route = ROUTES[name]
  if (route.access === 'open') return route.answer(deps, { request, requestId })
  const user = await signedInUser(deps, visit)
  await deps.rateLimit?.ofPerson(name, user.id)
  return route.answer(deps, { request, as: { user, requestId } })
}

async function signedInUser<User extends MeetingsUser, Context>(
  deps: HandlerDeps<User, Context>,
  { request, context }: Visit<Context>,
): Promise<User> {
  const authenticated = await whoAsks(deps, { request, context })
  // Also for a host that returns nothing where it should return null.
  if (!authenticated) {
    await deps.rateLimit?.ofStranger(request, context)
    throw new MeetingsError('UNAUTHENTICATED')
  }
  if (typeof authenticated.user?.id !== 'string' || authenticated.user.id === '') {
    throw configInvalid('authenticate returned a user without an id. Return null when nobody is signed in.')
  }
  if (authenticated.via === 'cookie') checkOrigin(request, deps.trustedOrigins)
  return authenticated.user
}

async function whoAsks<User extends MeetingsUser, Context>(
  { authenticate, authenticateMs }: HandlerDeps<User, Context>,
  input: Parameters<Authenticate<User, Context>>[0],
): Promise<Authenticated<User> | null> {
  try {
    return await withDeadline({ what: 'authenticate', ms: authenticateMs }, () => authenticate(input))
  } catch (error) {
    // Nobody could tell who this is: that is no sign-out.
    throw toMeetingsError(error, error instanceof DeadlineError ? 'STORE_UNAVAILABLE' : 'INTERNAL')
  }
}
