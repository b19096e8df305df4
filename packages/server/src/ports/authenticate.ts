import type { MeetingsUser } from '../meetings-user.ts'

/** Who is calling, and how they proved it. `cookie` turns on the check of the request's origin. */
export interface Authenticated<User extends MeetingsUser = MeetingsUser> {
  user: User
  via: 'bearer' | 'cookie' | 'service'
}

/**
 * Tells who sent a request; `null` means nobody known (the answer is 401).
 * Throw only when the question could not be answered: the caller then gets a retryable error, not a sign-out.
 */
export type Authenticate<User extends MeetingsUser = MeetingsUser, Context = unknown> = (input: {
  request: Request
  /** What the host passed to `fetch(request, context)`. */
  context: Context | undefined
}) => Authenticated<User> | null | Promise<Authenticated<User> | null>
