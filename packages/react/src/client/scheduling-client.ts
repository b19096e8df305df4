import type {
  Availability,
  AvailabilityQuery,
  BookingDraft,
  BookingReceipt,
  HoldReceipt,
  HostSchedule,
  MeetingTypeList,
  ScheduleReceipt,
} from '@meetings/contract'
import type { Answer } from './meetings-client.ts'

/** A slot to keep while a form is filled. `holdId`: the hold one has already, which moves. */
export interface HoldRequest {
  meetingTypeId: string
  startTime: string
  holdId?: string
}

interface Abortable {
  signal?: AbortSignal
}

/** The verbs of booking. Like those of `MeetingsClient` they never throw. */
export interface SchedulingClient {
  listMeetingTypes(options?: Abortable): Promise<Answer<MeetingTypeList>>
  /** At most 62 days at a time. */
  availability(query: AvailabilityQuery, options?: Abortable): Promise<Answer<Availability>>
  /** `SLOT_TAKEN` when somebody was faster; `nearestSlots` reads what is free around it. */
  hold(request: HoldRequest, options?: Abortable): Promise<Answer<HoldReceipt>>
  /** `keepAlive`: the page is closing. */
  releaseHold(holdId: string, options?: { keepAlive?: boolean }): Promise<Answer<Done>>
  /** The same `idempotencyKey` and draft answer the same booking, however often they are sent. */
  createBooking(
    draft: BookingDraft,
    options: Abortable & { idempotencyKey: string },
  ): Promise<Answer<BookingReceipt>>
  cancelBooking(bookingId: string, options?: Abortable & { reason?: string }): Promise<Answer<BookingReceipt>>
  rescheduleBooking(
    bookingId: string,
    options: Abortable & { startTime: string },
  ): Promise<Answer<BookingReceipt>>
  /** The booking as an iCalendar file's text. */
  calendarFile(bookingId: string, options?: Abortable): Promise<Answer<CalendarFile>>
  /** The caller's own opening hours. */
  mySchedule(options?: Abortable): Promise<Answer<ScheduleReceipt>>
  saveSchedule(schedule: HostSchedule, options?: Abortable): Promise<Answer<ScheduleReceipt>>
}

/** Answer of a request that has nothing to tell. */
export type Done = Readonly<Record<never, never>>

export interface CalendarFile {
  /** `text/calendar` */
  text: string
}
