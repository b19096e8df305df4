import type {
  Booking,
  BookingPage,
  ErrorDetails,
  JoinWindow,
  LaunchTicket,
  LeaveReceipt,
  MeetingPerson,
  TokenRenewal,
} from '@meetings/contract'
import { describe, expectTypeOf, it } from 'vitest'
import type * as z from 'zod'
import type * as schemas from './answer-schemas.ts'
import type { DETAILS } from './error-schemas.ts'

// The other direction stands in the sources, as `satisfies`.
describe('the schemas of the answers', () => {
  it('leave out nothing that the contract promises', () => {
    expectTypeOf<LaunchTicket>().toExtend<z.output<typeof schemas.launchTicketSchema>>()
    expectTypeOf<TokenRenewal>().toExtend<z.output<typeof schemas.tokenRenewalSchema>>()
    expectTypeOf<LeaveReceipt>().toExtend<z.output<typeof schemas.leaveReceiptSchema>>()
    expectTypeOf<MeetingPerson>().toExtend<z.output<typeof schemas.meetingPersonSchema>>()
    expectTypeOf<Booking>().toExtend<z.output<typeof schemas.bookingSchema>>()
    expectTypeOf<BookingPage>().toExtend<z.output<typeof schemas.bookingPageSchema>>()
    expectTypeOf<JoinWindow>().toExtend<z.output<typeof schemas.joinWindowSchema>>()
    expectTypeOf<ErrorDetails>().toExtend<{
      [Code in keyof typeof DETAILS]: z.output<(typeof DETAILS)[Code]>
    }>()
  })
})
