/** What every list of bookings is cached under. A call that starts or ends puts all of them out of date. */
export const BOOKINGS_KEY = ['meetings', 'bookings'] as const
