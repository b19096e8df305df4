export const enBookings = {
  joinVideoCall: 'Join Video Call',
}

export type BookingsMessages = typeof enBookings
