import type { Booking } from '@meetings/contract'

/** What a list lets be done with its bookings, beyond what it does by itself. */
export interface BookingActions {
  /** Opens whatever moves a booking; without it nothing can be moved. */
  onReschedule?: ((booking: Booking) => void) | undefined
  /** The address of a booking on the host's site, for "Copy link" and calendars. */
  linkTo?: ((booking: Booking) => string) | undefined
  /**
   * The IANA zone of the host, or of each booking's host, where the app knows it: the menu of a card then offers
   * to show the time there, beside the viewer's. A host is offered the customer's zone without this.
   */
  hostTimeZone?: string | ((booking: Booking) => string | null) | undefined
  /** After it was cancelled here. */
  onCancelled?: ((booking: Booking) => void) | undefined
}
