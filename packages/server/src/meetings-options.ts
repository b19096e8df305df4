import type { Booking } from '@meetings/contract'
import type { MeetingsError } from './errors/meetings-error.ts'
import type { ErrorContext, Logger, MeetingsEvent } from './meetings-events.ts'
import type { MeetingsUser } from './meetings-user.ts'
import type { Authenticate } from './ports/authenticate.ts'
import type { BookingStore } from './ports/booking-store.ts'
import type { Clock } from './ports/clock.ts'
import type { VideoProvider } from './ports/video-provider.ts'

/** Everything `createMeetings` can be told. `store`, `video` and `authenticate` are required. */
export interface MeetingsOptions<User extends MeetingsUser = MeetingsUser, Context = unknown> {
  /** Where bookings live: `supabaseStore` from `@meetings/server/supabase`, or your own. */
  store: BookingStore
  /** Who gives out room tokens: `twilioVideo` from `@meetings/server/twilio`. */
  video: VideoProvider
  /** Who is calling: `supabaseAuth` from `@meetings/server/supabase`, or your own. */
  authenticate: Authenticate<User, Context>
  /**
   * Replaces the default admin rule (role `admin` and the booking's own organisation). It is asked per booking
   * and costs one more read; lists then hold only what the user takes part in.
   */
  isAdmin?: (user: User, booking: Booking) => boolean | Promise<boolean>
  /** Where the handlers are mounted. Default `/api/meetings`. */
  basePath?: string
  /** Whole minutes. Defaults: opens 15 before the start, closes 0 after the end (at most 60). */
  joinWindow?: { opensMinutesBefore?: number; closesMinutesAfter?: number }
  /** Default 3600 seconds, at least 60 and at most 86400; never past the meeting's end plus one hour. */
  token?: { ttlSeconds?: number }
  /** Other origins whose pages may use a cookie session, like `https://app.example.com`. */
  trustedOrigins?: readonly string[]
  /** Told of every answer of 500 and above, with what really happened in `error.cause`. */
  onError?: (error: MeetingsError, where: ErrorContext) => void
  /** Told what happened. The answer waits for it; a failure of yours goes to `onError` and harms nobody. */
  onEvent?: (event: MeetingsEvent) => void | Promise<void>
  /** Where errors of 500 and above are written. Default `console`. */
  logger?: Logger
  /** The server's clock. Default: the system's. */
  now?: Clock
  /** Makes ids for requests that bring none. Default: random UUIDs. */
  requestId?: () => string
}

/** The options with every default filled in. Throws a `TypeError` that names the option that is wrong. */
export function resolveOptions<User extends MeetingsUser, Context>(options: MeetingsOptions<User, Context>) {
  requireVerbs('store', options.store, ['enter', 'leave', 'find', 'list'])
  requireVerbs('video', options.video, ['issueToken'])
  if (typeof options.authenticate !== 'function') fail('authenticate', 'must be a function')
  return {
    basePath: resolveBasePath(options.basePath ?? '/api/meetings'),
    policy: {
      opensMinutesBefore: wholeNumber(
        'joinWindow.opensMinutesBefore',
        options.joinWindow?.opensMinutesBefore ?? 15,
        [0, 7 * 24 * 60],
      ),
      // A token never outlives the end plus one hour, so nobody could join later than that.
      closesMinutesAfter: wholeNumber(
        'joinWindow.closesMinutesAfter',
        options.joinWindow?.closesMinutesAfter ?? 0,
        [0, 60],
      ),
    },
    tokenTtlSeconds: wholeNumber('token.ttlSeconds', options.token?.ttlSeconds ?? 3600, [60, 86_400]),
    trustedOrigins: (options.trustedOrigins ?? []).map(resolveOrigin),
    logger: options.logger ?? console,
    now: options.now ?? (() => new Date()),
    requestId: options.requestId ?? (() => crypto.randomUUID()),
  }
}

function requireVerbs(name: string, port: object | undefined, verbs: readonly string[]): void {
  const missing = verbs.filter((verb) => typeof (port as Record<string, unknown>)?.[verb] !== 'function')
  if (missing.length > 0) fail(name, `is missing ${missing.join(', ')}`)
}

function resolveBasePath(basePath: string): string {
  if (!basePath.startsWith('/') || /[?#\s]/.test(basePath))
    fail('basePath', "must be a path like '/api/meetings'")
  return basePath.replace(/\/+$/, '')
}

function wholeNumber(name: string, value: number, [least, most]: readonly [number, number]): number {
  if (!Number.isInteger(value) || value < least || value > most) {
    fail(name, `must be a whole number from ${least} to ${most}`)
  }
  return value
}

function resolveOrigin(origin: string): string {
  const parsed = URL.canParse(origin) ? new URL(origin).origin : null
  if (parsed === null || parsed === 'null' || parsed !== origin.replace(/\/$/, '')) {
    fail('trustedOrigins', "must hold origins like 'https://app.example.com', without a path")
  }
  return parsed
}

function fail(option: string, problem: string): never {
  throw new TypeError(`createMeetings: ${option} ${problem}.`)
}
