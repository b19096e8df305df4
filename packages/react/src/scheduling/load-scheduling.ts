import type { ComponentType } from 'react'
import type { SchedulingClient } from '../client/scheduling-client.ts'
import type { MeetingRuntime } from '../provider/meeting-runtime.ts'
import type { MeetingsBookingProps } from './MeetingsBooking.tsx'
import type { MeetingsBookingModalProps } from './MeetingsBookingModal.tsx'

/** The screens of booking, and the verbs they call. */
export interface Scheduling {
  client: SchedulingClient
  BookingBody: ComponentType<MeetingsBookingProps & { client: SchedulingClient }>
  BookingDialog: ComponentType<MeetingsBookingModalProps & { client: SchedulingClient }>
}

/** Booking is a chunk of its own: React Aria's calendar weighs more than the rest of a page of ours. */
export async function loadScheduling(runtime: Pick<MeetingRuntime, 'scheduling'>): Promise<Scheduling> {
  const [client, screens] = await Promise.all([runtime.scheduling(), import('./scheduling-screens.ts')])
  return { client, BookingBody: screens.BookingBody, BookingDialog: screens.BookingDialog }
}
