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
import {
  availabilityQuerySchema,
  bookingDraftSchema,
  cancellationSchema,
  holdReferenceSchema,
  holdRequestSchema,
  idempotencyKeySchema,
  rescheduleSchema,
  scheduleDraftSchema,
} from '@meetings/contract/scheduling-schemas'
import { withCode } from '../http/api-call.ts'
import { parseInput } from '../http/parse-input.ts'
import { bookingIdIn } from '../http/read-inputs.ts'
import { camelKeys, snakeKeys } from '../http/wire-keys.ts'
import type { CallAs } from '../meetings-api.ts'
import type { MeetingsEvent } from '../meetings-events.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { guardSchedule } from '../operations/guard-schedule.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { bookingCalendar, type CalendarFile } from './booking-calendar.ts'
import { cancelBooking } from './cancel-booking.ts'
import { createBooking } from './create-booking.ts'
import { holdSlot, releaseHold } from './hold-slot.ts'
import { readSchedule, saveSchedule } from './host-schedule.ts'
import { listAvailability } from './list-availability.ts'
import { listMeetingTypes } from './list-meeting-types.ts'
import { rescheduleBooking } from './reschedule-booking.ts'

/** What the booking routes do, as functions. All but `bookingCalendar` need `schedule`, else `ROUTE_NOT_FOUND`. */
export interface SchedulingApi<User extends MeetingsUser = MeetingsUser> {
  /** What the user may book. */
  listMeetingTypes(as: CallAs<User>): Promise<MeetingTypeList>
  /** The free slots of a meeting type, by day. */
  listAvailability(query: AvailabilityQuery, as: CallAs<User>): Promise<Availability>
  /** Keeps a slot for the user, for ten minutes. Each person has one hold per meeting type. */
  holdSlot(input: SlotInput, as: CallAs<User>): Promise<HoldReceipt>
  /** Gives a slot back. */
  releaseHold(input: { holdId: string }, as: CallAs<User>): Promise<void>
  /**
   * Books a slot for the user. With an `idempotencyKey` (1 to 255 visible ASCII characters), repeating the call makes
   * no second booking: `replayed` is true then.
   */
  createBooking(
    draft: BookingDraft,
    as: CallAs<User> & { idempotencyKey?: string | null },
  ): Promise<BookingReceipt & { replayed: boolean }>
  /** Cancels a booking that has not begun. */
  cancelBooking(
    input: { bookingId: string; reason?: string | undefined },
    as: CallAs<User>,
  ): Promise<BookingReceipt>
  /** Moves a booking to another free slot. `startTime` is ISO 8601 UTC. */
  rescheduleBooking(
    input: { bookingId: string; startTime: string },
    as: CallAs<User>,
  ): Promise<BookingReceipt>
  /** The booking as an iCalendar file. */
  bookingCalendar(input: { bookingId: string }, as: CallAs<User>): Promise<CalendarFile>
  /** When the user can be met, as a host. */
  readSchedule(as: CallAs<User>): Promise<ScheduleReceipt>
  /** Replaces the user's own schedule. */
  saveSchedule(schedule: HostSchedule, as: CallAs<User>): Promise<ScheduleReceipt>
}

/** A start of a meeting type, ISO 8601 UTC. */
export interface SlotInput {
  meetingTypeId: string
  startTime: string
  /** Not needed: the user's own hold is found without it. */
  holdId?: string | undefined
}

/** The booking's use cases behind one door: input is checked, failures carry a code, events are told. */
export function createSchedulingApi<User extends MeetingsUser>(
  given: UseCaseDeps<User>,
  emit: (event: MeetingsEvent) => Promise<void>,
): SchedulingApi<User> {
  const deps = { ...given, schedule: given.schedule && guardSchedule(given.schedule, given.guard) }
  const about = ({ user, requestId }: CallAs<User>) => ({
    userId: user.id,
    requestId: requestId ?? null,
    at: deps.now(),
  })

  return {
    listMeetingTypes: ({ user }) => withCode(() => listMeetingTypes(deps, user)),
    listAvailability: (query, { user }) =>
      withCode(() =>
        listAvailability(deps, camelKeys(parseInput(availabilityQuerySchema, snakeKeys(query))), user),
      ),
    holdSlot: (input, { user }) =>
      withCode(() => holdSlot(deps, camelKeys(parseInput(holdRequestSchema, snakeKeys(input))), user)),
    releaseHold: (input, { user }) =>
      withCode(() => releaseHold(deps, parseInput(holdReferenceSchema, snakeKeys(input)).hold_id, user)),
    createBooking: (draft, as) =>
      withCode(async () => {
        const checked = camelKeys(parseInput(bookingDraftSchema, snakeKeys(draft)))
        const key = as.idempotencyKey ?? null
        if (key !== null) parseInput(idempotencyKeySchema, { 'Idempotency-Key': key })
        const result = await createBooking(deps, checked, as.user, key)
        const { id: bookingId, meetingTypeId, hostId, startTime } = result.booking
        if (!result.replayed) {
          await emit({ ...about(as), type: 'booking.created', bookingId, meetingTypeId, hostId, startTime })
        }
        return result
      }),
    cancelBooking: ({ reason, ...input }, as) =>
      withCode(async () => {
        const bookingId = bookingIdIn(input)
        const checked = parseInput(cancellationSchema, { reason })
        const { booking, cancelled } = await cancelBooking(
          deps,
          { bookingId, reason: checked.reason || null },
          as.user,
        )
        if (cancelled) {
          await emit({ ...about(as), type: 'booking.cancelled', bookingId, role: booking.viewerRole })
        }
        return { booking }
      }),
    rescheduleBooking: ({ startTime, ...input }, as) =>
      withCode(async () => {
        const bookingId = bookingIdIn(input)
        const checked = camelKeys(parseInput(rescheduleSchema, { start_time: startTime }))
        const { booking, movedFrom } = await rescheduleBooking(deps, { bookingId, ...checked }, as.user)
        if (movedFrom !== null) {
          const moved = { from: movedFrom, to: booking.startTime }
          await emit({ ...about(as), type: 'booking.rescheduled', bookingId, ...moved })
        }
        return { booking }
      }),
    bookingCalendar: (input, { user }) => withCode(() => bookingCalendar(deps, bookingIdIn(input), user)),
    readSchedule: ({ user }) => withCode(() => readSchedule(deps, user)),
    saveSchedule: (schedule, { user }) =>
      withCode(() =>
        saveSchedule(deps, camelKeys(parseInput(scheduleDraftSchema, snakeKeys(schedule))), user),
      ),
  }
}
