import type { AdapterOptions, FetchesUnderPath } from './adapter-options.ts'
import { answerFailure } from './answer-failure.ts'

/** What the Next.js adapter needs of `createMeetings`. */
export type FetchesRequests<Context = unknown> = Pick<FetchesUnderPath<Context>, 'fetch'>

/** A route handler of the App Router. */
export type NextRouteHandler = (request: Request) => Promise<Response>

/**
 * Route handlers for one catch-all route, `app/api/meetings/[...path]/route.ts`.
 *
 * ```ts
 * export const { GET, POST, PUT, OPTIONS } = toNextHandlers(meetings)
 * ```
 */
export function toNextHandlers<Context>(
  meetings: FetchesRequests<Context>,
  { context, onError }: AdapterOptions<Request, Context> = {},
): {
  GET: NextRouteHandler
  POST: NextRouteHandler
  PUT: NextRouteHandler
  OPTIONS: NextRouteHandler
} {
  // One argument only: Next passes route params as the second, and that is not our context.
  const handle: NextRouteHandler = (request) =>
    answerFailure(request, async () => meetings.fetch(request, context?.(request)), onError)
  return { GET: handle, POST: handle, PUT: handle, OPTIONS: handle }
}
