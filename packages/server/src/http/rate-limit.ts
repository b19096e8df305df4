/// <reference path="./rate-limiter-memory.d.ts" />
import type { MeetingRouteName } from '@meetings/contract'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import { MeetingsError, toMeetingsError } from '../errors/meetings-error.ts'
import { withDeadline } from '../operations/deadline.ts'
import type { RateLimiter, RateLimitRule } from '../ports/rate-limiter.ts'

const MINUTE_SECONDS = 60

export interface RateLimitOptions<Context = unknown> {
  /** Requests a person may make per minute, by route. Defaults: see `DEFAULT_REQUESTS_PER_MINUTE`. */
  perMinute?: Partial<Record<MeetingRouteName, number>>
  /**
   * Where requests are counted. Default: in the memory of this process, so each process counts for itself.
   *
   * ```ts
   * createLimiter: ({ name, points, durationSeconds }) =>
   *   new RateLimiterRedis({ storeClient, keyPrefix: name, points, duration: durationSeconds })
   * ```
   */
  createLimiter?: (rule: RateLimitRule) => RateLimiter
  /**
   * Where a request comes from, as your proxy tells it. Given, requests that nobody signed are counted too, by
   * address: 60 a minute.
   */
  addressOf?: (request: Request, context: Context | undefined) => string | null
}

/** Far above what a person does, far below what a script does. */
export const DEFAULT_REQUESTS_PER_MINUTE: Partial<Record<MeetingRouteName, number>> = {
  launchVideo: 30,
  refreshToken: 30,
  leaveVideo: 60,
  endVideo: 20,
  removeParticipant: 30,
  readmitParticipant: 30,
  admitParticipant: 60,
  lockMeeting: 30,
  readModeration: 120,
  listBookings: 120,
  listMeetingTypes: 60,
  listAvailability: 120,
  holdSlot: 60,
  releaseHold: 60,
  createBooking: 20,
  cancelBooking: 20,
  rescheduleBooking: 20,
  bookingCalendar: 60,
  readSchedule: 60,
  saveSchedule: 20,
  openapi: 30,
}
const UNAUTHENTICATED_PER_MINUTE = 60

export interface RateLimit<Context> {
  /** Throws `RATE_LIMITED` when this person asked for this route too often. */
  ofPerson(route: MeetingRouteName, userId: string): Promise<void> | undefined
  /** The same for requests that nobody signed, by address. */
  ofStranger(request: Request, context: Context | undefined): Promise<void>
}

/** `onFault` hears when nobody could count within `ms` milliseconds: the request is let through then. */
export function createRateLimit<Context>(
  options: RateLimitOptions<Context>,
  ms: number,
  onFault: (error: MeetingsError) => void,
): RateLimit<Context> {
  const createLimiter = (rule: RateLimitRule): RateLimiter => {
    // Memory answers at once; what the host counts with may not.
    if (options.createLimiter === undefined) return inMemory(rule)
    const limiter = options.createLimiter(rule)
    return { consume: async (key) => withDeadline({ what: 'rateLimit', ms }, () => limiter.consume(key)) }
  }
  const limiters = new Map<string, RateLimiter>()
  for (const [route, points] of Object.entries({ ...DEFAULT_REQUESTS_PER_MINUTE, ...options.perMinute })) {
    limiters.set(route, createLimiter(perMinute(route, points)))
  }
  const strangers = createLimiter(perMinute('unauthenticated', UNAUTHENTICATED_PER_MINUTE))

  const consume = async (limiter: RateLimiter, key: string) => {
    try {
      await limiter.consume(key)
    } catch (rejection) {
      const waitMs = msBeforeNext(rejection)
      if (waitMs === null) return onFault(toMeetingsError(rejection))
      const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
      throw new MeetingsError('RATE_LIMITED', { retryAfterSeconds, details: { retryAfterSeconds } })
    }
  }

  const addressOf = (request: Request, context: Context | undefined): string | null => {
    try {
      return options.addressOf?.(request, context) ?? null
    } catch (error) {
      onFault(toMeetingsError(error))
      return null
    }
  }

  return {
    ofPerson(route, userId) {
      const limiter = limiters.get(route)
      return limiter && consume(limiter, userId)
    },
    async ofStranger(request, context) {
      const address = addressOf(request, context)
      if (address !== null) await consume(strangers, address)
    },
  }
}

function perMinute(name: string, points: number): RateLimitRule {
  return { name: `meetings:${name}`, points, durationSeconds: MINUTE_SECONDS }
}

function inMemory({ name, points, durationSeconds }: RateLimitRule): RateLimiter {
  return new RateLimiterMemory({ keyPrefix: name, points, duration: durationSeconds })
}

function msBeforeNext(rejection: unknown): number | null {
  const isResult = typeof rejection === 'object' && rejection !== null && 'msBeforeNext' in rejection
  const ms = isResult ? rejection.msBeforeNext : null
  return typeof ms === 'number' && Number.isFinite(ms) ? ms : null
}
