import type { ErrorCode } from '@meetings/contract'
import { toMeetingsError } from '../errors/meetings-error.ts'
import type { BookingStore, EnterRequest } from '../ports/booking-store.ts'
import type { CallOptions } from '../ports/call-options.ts'
import type { VideoProvider } from '../ports/video-provider.ts'
import { checkBooking, checkFound, checkToken } from './check-answers.ts'
import { withDeadline } from './deadline.ts'
import { inSpan, type Tracer } from './tracer.ts'

export interface Guard {
  storeMs: number
  videoMs: number
  tracer: Tracer | undefined
}

/**
 * The same store, with a deadline, a span, and `STORE_UNAVAILABLE` for what it did not expect to throw or answer.
 */
export function guardStore(store: BookingStore, guard: Guard): BookingStore {
  const call = <T>(verb: string, run: (options: CallOptions) => Promise<T>, onLate?: (value: T) => void) =>
    guarded(`store.${verb}`, 'STORE_UNAVAILABLE', guard.storeMs, guard.tracer, run, onLate)
  // Nobody got a token for this entry.
  const takeBack = async (request: EnterRequest) => {
    await call('leave', (options) => store.leave({ ...request, neverArrived: true }, options)).catch(
      () => null,
    )
  }
  return {
    enter: (request) =>
      call(
        'enter',
        async (options) => {
          const result = await store.enter(request, options)
          if (result === null) return null
          try {
            checkFound(result)
          } catch (error) {
            await takeBack(request)
            throw error
          }
          return result
        },
        (late) => {
          if (late?.entered) void takeBack(request)
        },
      ),
    leave: (request) => call('leave', (options) => store.leave(request, options)),
    end: (request) =>
      call('end', async (options) => {
        const result = await store.end(request, options)
        if (result !== null) checkBooking(result.booking)
        return result
      }),
    settle: (news) => call('settle', (options) => store.settle(news, options)),
    find: (request) =>
      call('find', async (options) => {
        const result = await store.find(request, options)
        if (result !== null) checkFound(result)
        return result
      }),
    list: (request) =>
      call('list', async (options) => {
        const result = await store.list(request, options)
        result.bookings.forEach(checkBooking)
        return result
      }),
    ...(store.moderate && {
      moderate: (request) =>
        call('moderate', async (options) => {
          const result = (await store.moderate?.(request, options)) ?? null
          if (result !== null) checkBooking(result.booking)
          return result
        }),
    }),
    ping: () => call('ping', async (options) => store.ping?.(options)),
  }
}

/** The same provider, with a deadline, a span, and `VIDEO_UNAVAILABLE` for what it did not expect to throw. */
export function guardVideo(video: VideoProvider, guard: Guard): VideoProvider {
  const call = <T>(verb: string, run: (options: CallOptions) => Promise<T>) =>
    guarded(`video.${verb}`, 'VIDEO_UNAVAILABLE', guard.videoMs, guard.tracer, run)
  return {
    issueToken: (grant) =>
      call('issueToken', async (options) => {
        const token = await video.issueToken(grant, options)
        checkToken(token)
        return token
      }),
    endRoom: (roomName) => call('endRoom', (options) => video.endRoom(roomName, options)),
    ...(video.removeParticipant && {
      removeParticipant: (participant) =>
        call('removeParticipant', async (options) => video.removeParticipant?.(participant, options)),
    }),
    ...(video.createRoom && {
      createRoom: (plan) => call('createRoom', async (options) => video.createRoom?.(plan, options)),
    }),
    ...(video.readNews && {
      readNews: (request) => call('readNews', async () => (await video.readNews?.(request)) ?? null),
    }),
  }
}

/** One call of a port: a deadline, a span, and `code` for what it did not expect to throw. */
export function guarded<T>(
  what: string,
  code: ErrorCode,
  ms: number,
  tracer: Tracer | undefined,
  run: (options: CallOptions) => Promise<T>,
  onLate?: (value: T) => void,
): Promise<T> {
  return inSpan(tracer, what, 'client', async () => {
    const stop = new AbortController()
    const deadline = { what, ms, stop, ...(onLate && { onLate }) }
    try {
      return await withDeadline(deadline, () => run({ signal: stop.signal }))
    } catch (error) {
      throw toMeetingsError(error, code)
    }
  })
}
