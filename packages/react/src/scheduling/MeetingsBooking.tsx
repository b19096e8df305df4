'use client'
import type { Booking } from '@meetings/contract'
import { SchedulingOpening } from './SchedulingOpening.tsx'
import { useScheduling } from './useScheduling.ts'

export interface MeetingsBookingProps {
  /** What to book, when that is clear already: the choice is skipped. */
  meetingTypeId?: string | undefined
  /** A booking to give another time, instead of making a new one. */
  reschedule?: Booking | null | undefined
  /** What the app knows of the person: the form begins with it. */
  customer?: { name?: string | undefined; email?: string | undefined } | undefined
  /** Told once for each booking that was made or moved. */
  onBooked?: ((booking: Booking) => void) | undefined
  className?: string | undefined
}

/**
 * Books a meeting: what, when, who, done. `<MeetingsBookingModal>` shows the same in a dialog. The slot is
 * kept for ten minutes while the form is filled. Needs `<MeetingProvider>` above it and
 * `@meetings/react/styles.css`; loads its screens when it is mounted.
 *
 * @example
 * <MeetingsBooking customer={{ name: user.name, email: user.email }} />
 */
export function MeetingsBooking(props: MeetingsBookingProps) {
  const loaded = useScheduling(true, 'MeetingsBooking')
  if (loaded.status !== 'ready') return <SchedulingOpening loaded={loaded} />
  const { BookingBody, services } = loaded.scheduling
  return <BookingBody {...props} {...services} />
}
