import { type Booking, DEFAULT_BASE_PATH, WAITING_ROOMS, type WaitingRoom } from '@meetings/contract'
import type { MeetingsError } from './errors/meetings-error.ts'
import type { CorsOptions } from './http/cors.ts'
import type { RateLimitOptions } from './http/rate-limit.ts'
import { DOCS_URL } from './http/respond.ts'
import { withoutPassword } from './http/without-password.ts'
import type { RoomOptions } from './launch/prepare-room.ts'
import type { ErrorContext, MeetingsEvent } from './meetings-events.ts'
import type { MeetingsHooks } from './meetings-hooks.ts'
import type { MeetingsUser } from './meetings-user.ts'
import { consoleLogger, type Logger } from './operations/logger.ts'
import type { Tracer } from './operations/tracer.ts'
import type { Authenticate } from './ports/authenticate.ts'
import type { BookingStore } from './ports/booking-store.ts'
import type { Clock } from './ports/clock.ts'
import type { ScheduleStore } from './ports/schedule-store.ts'
import type { VideoProvider } from './ports/video-provider.ts'

/** Everything `createMeetings` can be told. `store`, `video` and `authenticate` are required. */
export interface MeetingsOptions<User extends MeetingsUser = MeetingsUser, Context = unknown> {
  /** Where bookings live: `supabaseStore` from `@meetings/server/supabase`, or your own. */
  store: BookingStore
  /**
   * What can be booked: `supabaseSchedule` from `@meetings/server/supabase`, or your own, of the same bookings as
   * `store`. Left out, bookings are made elsewhere and the booking routes answer `ROUTE_NOT_FOUND`.
   */
  schedule?: ScheduleStore
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
  /**
   * Where the world reaches this server, with what a proxy puts before `basePath`: `https://app.example.com`.
   * Needed behind proxies: news of the room service is signed for it, and cookie sessions are checked against it.
   */
  publicUrl?: string
  /** Whole minutes. Defaults: opens 15 before the start, closes 0 after the end (at most 60). */
  joinWindow?: { opensMinutesBefore?: number; closesMinutesAfter?: number }
  /** Default 3600 seconds, at least 60 and at most 86400; never past the meeting's end plus one hour. */
  token?: { ttlSeconds?: number }
  /** Given (`{}` is enough), a meeting's room is made when the meeting begins; left out, by who connects first. */
  rooms?: RoomOptions
  /**
   * Who waits until a host or an admin lets them in: `off` (default), the booking's `guests`, or `everyone` but hosts
   * and admins. Who was in once comes back without waiting.
   */
  waitingRoom?: WaitingRoom
  /** Other origins whose pages may use a cookie session, like `https://app.example.com`. */
  trustedOrigins?: readonly string[]
  /** Lets pages of other origins call these routes. Left out, they cannot. */
  cors?: CorsOptions
  /** How often a person may ask. `false` switches the counting off. Default: in memory, generous. */
  rateLimit?: false | RateLimitOptions<Context>
  /**
   * How long each of these may take, in milliseconds: the store (and the counting of requests), the video
   * provider, `authenticate` (and `isAdmin`, and each hook), a request's body. Default 10 000 each.
   */
  timeouts?: { storeMs?: number; videoMs?: number; authenticateMs?: number; bodyMs?: number }
  errors?: {
    /** Answers tell the cause of a failure. For development: a cause may name tables, hosts and settings. */
    detailed?: boolean
    /** Where `docs` links to, without the code: by default the pages that come with this package. */
    docsUrl?: string
  }
  /** Told of every answer of 500 and above, with what really happened in `error.cause`. */
  onError?: (error: MeetingsError, where: ErrorContext) => void
  /** Your say in who may come in and what may be booked. */
  hooks?: MeetingsHooks<User>
  /** Told what happened. The answer waits for it; a failure of yours goes to `onError` and harms nobody. */
  onEvent?: (event: MeetingsEvent) => void | Promise<void>
  /** Pino, or anything of its shape. Default: errors and warnings on the console. */
  logger?: Logger
  /** An OpenTelemetry tracer: `trace.getTracer('my-app')` of `@opentelemetry/api`. */
  tracer?: Tracer
  /** The server's clock. Default: the system's. */
  now?: Clock
  /** Makes ids for requests that bring none. Default: random UUIDs. */
  requestId?: () => string
}

const DEFAULT_TIMEOUT_MS = 10_000
const SCHEDULE_VERBS = [
  'listMeetingTypes',
  'findOpenings',
  'hold',
  'releaseHold',
  'book',
  'cancel',
  'reschedule',
  'findSchedule',
  'saveSchedule',
] as const satisfies (keyof ScheduleStore)[]

/** The options with every default filled in. Throws a `TypeError` that names the option that is wrong. */
export function resolveOptions<User extends MeetingsUser, Context>(options: MeetingsOptions<User, Context>) {
  const { timeouts, cors } = options
  requireVerbs('store', options.store, ['enter', 'leave', 'end', 'settle', 'find', 'list'])
  if (options.schedule !== undefined) requireVerbs('schedule', options.schedule, SCHEDULE_VERBS)
  requireVerbs('video', options.video, ['issueToken', 'endRoom'])
  if (typeof options.authenticate !== 'function') fail('authenticate', 'must be a function')
  const basePath = resolveBasePath(options.basePath ?? DEFAULT_BASE_PATH)
  const publicUrl = options.publicUrl === undefined ? null : resolvePublicUrl(options.publicUrl)
  checkCors(cors)
  checkRooms(options)
  checkWaitingRoom(options)
  checkRateLimit(options.rateLimit)
  return {
    basePath,
    publicBase: publicUrl === null ? null : `${publicUrl}${basePath}`,
    publicPage: publicUrl === null ? null : withoutPassword(publicUrl),
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
    waitingRoom: options.waitingRoom ?? 'off',
    tokenTtlSeconds: wholeNumber('token.ttlSeconds', options.token?.ttlSeconds ?? 3600, [60, 86_400]),
    trustedOrigins: [
      ...(options.trustedOrigins ?? []).map((origin) => resolveOrigin('trustedOrigins', origin)),
      ...(publicUrl === null ? [] : [new URL(publicUrl).origin]),
      ...(cors?.credentials ? cors.origins : []),
    ],
    timeouts: {
      storeMs: timeoutOf('storeMs', timeouts?.storeMs),
      videoMs: timeoutOf('videoMs', timeouts?.videoMs),
      authenticateMs: timeoutOf('authenticateMs', timeouts?.authenticateMs),
      bodyMs: timeoutOf('bodyMs', timeouts?.bodyMs),
    },
    errors: {
      detailed: options.errors?.detailed ?? false,
      docsUrl: (options.errors?.docsUrl ?? DOCS_URL).replace(/\/+$/, ''),
    },
    logger: options.logger ?? consoleLogger,
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

function resolvePublicUrl(publicUrl: string): string {
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    fail('publicUrl', "must be an address like 'https://app.example.com', without a query")
  }
  return url.href.replace(/\/+$/, '')
}

function checkCors(cors: CorsOptions | undefined): void {
  if (cors === undefined) return
  if (!Array.isArray(cors.origins) || cors.origins.length === 0) {
    fail('cors.origins', "must hold origins like 'https://app.example.com'")
  }
  if (!cors.origins.includes('*')) {
    for (const origin of cors.origins) {
      // Browsers compare character by character.
      if (resolveOrigin('cors.origins', origin) !== origin)
        fail('cors.origins', `must say '${new URL(origin).origin}'`)
    }
  } else if (cors.credentials || cors.origins.length > 1) {
    fail('cors.origins', "can hold '*' only alone and without credentials: with cookies, name each origin")
  }
  if (cors.maxAgeSeconds !== undefined) wholeNumber('cors.maxAgeSeconds', cors.maxAgeSeconds, [0, 86_400])
}

function checkRooms({ rooms, video }: Pick<MeetingsOptions, 'rooms' | 'video'>): void {
  if (rooms === undefined) return
  if (video.createRoom === undefined) fail('rooms', 'needs a video provider that can make rooms (createRoom)')
  if (rooms.maxParticipants !== undefined) {
    wholeNumber('rooms.maxParticipants', rooms.maxParticipants, [1, Number.MAX_SAFE_INTEGER])
  }
}

function checkWaitingRoom({
  waitingRoom,
  store,
  video,
}: Pick<MeetingsOptions, 'waitingRoom' | 'store' | 'video'>): void {
  if (waitingRoom === undefined || waitingRoom === 'off') return
  if (!WAITING_ROOMS.includes(waitingRoom)) fail('waitingRoom', `must be one of ${WAITING_ROOMS.join(', ')}`)
  // Without the routes of moderation nobody could ever be let in.
  if (store.moderate === undefined) fail('waitingRoom', 'needs a store that keeps decisions (moderate)')
  if (video.removeParticipant === undefined) {
    fail('waitingRoom', 'needs a video provider that can send people out (removeParticipant)')
  }
}

function checkRateLimit<Context>(rateLimit: false | RateLimitOptions<Context> | undefined): void {
  if (rateLimit === false || rateLimit === undefined) return
  for (const [route, points] of Object.entries(rateLimit.perMinute ?? {})) {
    wholeNumber(`rateLimit.perMinute.${route}`, points, [1, Number.MAX_SAFE_INTEGER])
  }
}

function timeoutOf(name: string, ms: number | undefined): number {
  return wholeNumber(`timeouts.${name}`, ms ?? DEFAULT_TIMEOUT_MS, [1, 2 ** 31 - 1])
}

function wholeNumber(name: string, value: number, [least, most]: readonly [number, number]): number {
  if (!Number.isInteger(value) || value < least || value > most) {
    fail(name, `must be a whole number from ${least} to ${most}`)
  }
  return value
}

function resolveOrigin(option: string, origin: string): string {
  const parsed = URL.canParse(origin) ? new URL(origin).origin : null
  if (parsed === null || parsed === 'null' || parsed !== origin.replace(/\/$/, '')) {
    fail(option, "must hold origins like 'https://app.example.com', without a path")
  }
  return parsed
}

function fail(option: string, problem: string): never {
  throw new TypeError(`createMeetings: ${option} ${problem}.`)
}
