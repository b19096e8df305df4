/** What the Next.js adapter needs of `createMeetings`. */
export interface FetchesRequests {
  fetch(request: Request): Promise<Response>
}

/** A route handler of the App Router. */
export type NextRouteHandler = (request: Request) => Promise<Response>

/**
 * Route handlers for one catch-all route, `app/api/meetings/[...path]/route.ts`.
 *
 * ```ts
 * export const { GET, POST, OPTIONS } = toNextHandlers(meetings)
 * ```
 */
export function toNextHandlers(meetings: FetchesRequests): {
  GET: NextRouteHandler
  POST: NextRouteHandler
  OPTIONS: NextRouteHandler
} {
  // One argument only: Next passes route params as the second, and that is not our context.
  const handle: NextRouteHandler = (request) => meetings.fetch(request)
  return { GET: handle, POST: handle, OPTIONS: handle }
}
