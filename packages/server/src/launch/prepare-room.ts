import { roomNameOf } from '@meetings/contract'
import type { BookingRecord } from '../ports/booking-store.ts'
import type { VideoProvider } from '../ports/video-provider.ts'
import { OVERRUN_MS } from './after-the-end.ts'

/** How rooms are made. */
export interface RoomOptions {
  /** How many people fit into a room; 1 or more. Left out: as many as the room service allows. */
  maxParticipants?: number
}

/**
 * Makes a meeting's room for the first one in, so that it carries a time limit from the booking, a number of
 * people and an address for news. At launch, not at booking: most room services allow few writes a second, and
 * an unused room closes again after minutes.
 */
export function roomPreparation(
  video: VideoProvider,
  options: RoomOptions,
  statusCallbackUrl: string | null,
): (booking: BookingRecord, now: Date) => Promise<void> {
  return async (booking, now) => {
    const leftMs = Date.parse(booking.endTime) + OVERRUN_MS - now.getTime()
    await video.createRoom?.({
      roomName: roomNameOf(booking.id),
      maxParticipantSeconds: Math.ceil(leftMs / 1000),
      ...(options.maxParticipants === undefined ? {} : { maxParticipants: options.maxParticipants }),
      ...(statusCallbackUrl === null ? {} : { statusCallbackUrl }),
    })
  }
}
