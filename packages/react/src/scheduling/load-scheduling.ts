import type { ComponentType } from 'react'
import type { SchedulingClient } from '../client/scheduling-client.ts'
import type { PagePort } from '../page/page-port.ts'
import type { MeetingRuntime } from '../provider/meeting-runtime.ts'
import type { MeetingsBookingProps } from './MeetingsBooking.tsx'
import type { MeetingsBookingModalProps } from './MeetingsBookingModal.tsx'

/** What the screens of booking work with: the verbs they call, and the page they are on. */
export interface BookingServices {
  client: SchedulingClient
  page: PagePort
}

/** The screens of booking, and what they work with. */
export interface Scheduling {
  services: BookingServices
  BookingBody: ComponentType<MeetingsBookingProps & BookingServices>
  BookingDialog: ComponentType<MeetingsBookingModalProps & BookingServices>
}

/** Booking is a chunk of its own: React Aria's calendar weighs more than the rest of a page of ours. */
export async function loadScheduling(
  runtime: Pick<MeetingRuntime, 'scheduling' | 'loadPage'>,
): Promise<Scheduling> {
  const [client, page, { BookingBody, BookingDialog }] = await Promise.all([
    runtime.scheduling(),
    runtime.loadPage(),
    import('./scheduling-screens.ts'),
  ])
  return { services: { client, page }, BookingBody, BookingDialog }
}
