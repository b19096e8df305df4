import type { ErrorCode } from '@meetings/contract'
import type { BookingStore } from '../ports/booking-store.ts'
import type { VideoProvider } from '../ports/video-provider.ts'
import { toMeetingsError } from './meetings-error.ts'

/** The same store, whose unexpected failures carry `STORE_UNAVAILABLE`. */
export function guardStore(store: BookingStore): BookingStore {
  return {
    enter: (request) => withErrorCode('STORE_UNAVAILABLE', () => store.enter(request)),
    leave: (request) => withErrorCode('STORE_UNAVAILABLE', () => store.leave(request)),
    find: (request) => withErrorCode('STORE_UNAVAILABLE', () => store.find(request)),
    list: (request) => withErrorCode('STORE_UNAVAILABLE', () => store.list(request)),
  }
}

/** The same provider, whose unexpected failures carry `VIDEO_UNAVAILABLE`. */
export function guardVideo(video: VideoProvider): VideoProvider {
  return { issueToken: (grant) => withErrorCode('VIDEO_UNAVAILABLE', () => video.issueToken(grant)) }
}

async function withErrorCode<T>(code: ErrorCode, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw toMeetingsError(error, code)
  }
}
