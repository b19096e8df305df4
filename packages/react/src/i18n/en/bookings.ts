import type { enBookingsStates } from './bookings-states.ts'

/** The words of the bookings list. `{name}` is filled in; dates, durations and "in 5 minutes" come from Intl. */
export const enBookings = {
  myMeetings: 'My Meetings',

  scopeLabel: 'Show meetings',
  scopeUpcoming: 'Upcoming',
  scopePast: 'Past',
  scopeCancelled: 'Cancelled',
  scopeAll: 'All',

  statusConfirmed: 'Confirmed',
  statusInProgress: 'In progress',
  statusCompleted: 'Completed',
  statusCancelled: 'Cancelled',
  /** The time is over and nobody said how it went. */
  statusOver: 'Ended',

  dateAtTime: '{date} at {time}',
  withPeople: 'with {people}',

  starts: 'Starts {relative}',
  startsNow: 'Starts now',
  started: 'Started {relative}',
  ends: 'Ends {relative}',

  joinVideoCall: 'Join Video Call',
  joining: 'Joining...',
  returnToCall: 'Return to call',
  /** `{duration}` is "15 minutes". */
  availableBeforeStart: 'Available {duration} before start',
  availableAtStart: 'Available at the start time',

  loading: 'Loading your meetings',
  showMore: 'Show more',
  loadingMore: 'Loading more',
  /** Until the words of problems are loaded. */
  failed: 'Something did not work. Check your internet connection, then try again.',
  retry: 'Retry',
  emptyAll: 'You have no meetings.',
}

export type BookingsMessages = typeof enBookings & typeof enBookingsStates
