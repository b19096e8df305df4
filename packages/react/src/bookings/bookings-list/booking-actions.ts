import type { Booking } from '@meetings/contract'

/** What a list lets be done with its bookings, beyond what it does by itself. */
export interface BookingActions {
  /** Opens whatever moves a booking; without it nothing can be moved. */
  onReschedule?: ((booking: Booking) => void) | undefined
  /** The address of a booking on the host's site, for "Copy link" and calendars. */
  linkTo?: ((booking: Booking) => string) | undefined
  /** The IANA zone of a booking's host, where the app knows it. */
  hostTimeZone?: ((booking: Booking) => string | null) | undefined
  /** After it was cancelled here. */
  onCancelled?: ((booking: Booking) => void) | undefined
}
