import type {
  Availability,
  Booking,
  BookingPage,
  BookingReceipt,
  ErrorDetails,
  HoldReceipt,
  JoinWindow,
  LaunchTicket,
  LeaveReceipt,
  MeetingPerson,
  MeetingTypeList,
  Moderation,
  ScheduleReceipt,
  TokenRenewal,
} from '@meetings/contract'
import { describe, expectTypeOf, it } from 'vitest'
import type * as z from 'zod'
import type * as schemas from './answer-schemas.ts'
import type { DETAILS } from './error-schemas.ts'
import type * as scheduling from './scheduling-schemas.ts'

// The other direction stands in the sources, as `satisfies`.
/** The contract promises not to change what the schemas describe. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

describe('the schemas of the answers', () => {
  it('leave out nothing that the contract promises', () => {
    expectTypeOf<LaunchTicket>().toExtend<z.output<typeof schemas.launchTicketSchema>>()
    expectTypeOf<TokenRenewal>().toExtend<z.output<typeof schemas.tokenRenewalSchema>>()
    expectTypeOf<LeaveReceipt>().toExtend<z.output<typeof schemas.leaveReceiptSchema>>()
    expectTypeOf<MeetingPerson>().toExtend<z.output<typeof schemas.meetingPersonSchema>>()
    expectTypeOf<Moderation>().toExtend<z.output<typeof schemas.moderationSchema>>()
    expectTypeOf<Booking>().toExtend<Frozen<z.output<typeof schemas.bookingSchema>>>()
    expectTypeOf<BookingPage>().toExtend<Frozen<z.output<typeof schemas.bookingPageSchema>>>()
    expectTypeOf<JoinWindow>().toExtend<z.output<typeof schemas.joinWindowSchema>>()
    expectTypeOf<MeetingTypeList>().toExtend<z.output<typeof scheduling.meetingTypeListSchema>>()
    expectTypeOf<Availability>().toExtend<z.output<typeof scheduling.availabilitySchema>>()
    expectTypeOf<HoldReceipt>().toExtend<z.output<typeof scheduling.holdReceiptSchema>>()
    expectTypeOf<BookingReceipt>().toExtend<Frozen<z.output<typeof scheduling.bookingReceiptSchema>>>()
    expectTypeOf<ScheduleReceipt>().toExtend<Frozen<z.output<typeof scheduling.scheduleReceiptSchema>>>()
    expectTypeOf<ErrorDetails>().toExtend<{
      [Code in keyof typeof DETAILS]: z.output<(typeof DETAILS)[Code]>
    }>()
  })
})
